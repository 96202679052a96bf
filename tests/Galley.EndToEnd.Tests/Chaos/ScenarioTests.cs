namespace Galley.EndToEnd.Tests.Chaos;

/// <summary>
/// Random content, faults and deaths. <c>dotnet cake --target=Chaos --scenarios=1 --seed=N</c> plays the one that
/// failed.
/// </summary>
[Parallelizable(ParallelScope.Children)]
internal sealed class ScenarioTests
{
    [TestCaseSource(nameof(Seeds))]
    public async Task Scenario_OfSeed_LosesAndDoublesNothing(int seed)
    {
        await using var scenario = await Scenario.Begin(seed);
        await scenario.Play();
    }

    private static IEnumerable<int> Seeds() => Enumerable.Range(ChaosOptions.Seed, ChaosOptions.Scenarios);
}
