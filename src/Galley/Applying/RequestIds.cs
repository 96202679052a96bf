namespace Galley.Applying;

/// <summary>The <c>X-Request-Id</c> of one run's writes: LeadPanther's support finds a request by it.</summary>
internal sealed class RequestIds
{
    private readonly string _run = RunId.New();
    private int _count;

    public string Next() => $"galley-{_run}-{Interlocked.Increment(ref _count)}";
}
