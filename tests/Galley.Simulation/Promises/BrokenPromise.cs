namespace Galley.Simulation.Promises;

/// <summary>What docs/guarantees.md promises, and did not hold.</summary>
/// <param name="promise">Which of them: what a shorter scenario must break as well.</param>
internal sealed class BrokenPromise(string promise, string what) : Exception($"{promise}: {what}")
{
    public string Promise => promise;
}
