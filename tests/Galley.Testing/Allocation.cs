namespace Galley.Testing;

/// <summary>What work on the calling thread allocates: unlike time, the same on a busy machine.</summary>
public static class Allocation
{
    private const int Times = 3;

    /// <summary>Bytes, the least of a few times: the first also pays for what is loaded or compiled once.</summary>
    public static long Measure(Action work) => Enumerable.Range(0, Times).Min(_ => OfOnce(work));

    private static long OfOnce(Action work)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        work();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
