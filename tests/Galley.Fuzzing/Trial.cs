using System.Diagnostics;

namespace Galley.Fuzzing;

/// <summary>What came of one input.</summary>
/// <param name="Fault">What is wrong; null when all is well.</param>
public sealed record Trial(string? Fault, TimeSpan Took)
{
    public static Trial Of(FuzzTarget target, byte[] input)
    {
        var memory = GC.GetAllocatedBytesForCurrentThread();
        var clock = Stopwatch.StartNew();
        try
        {
            target.Run(input);
        }
        catch (Exception thrown)
        {
            return new Trial($"{thrown.GetType().Name}: {thrown.Message}\n{thrown.StackTrace}", clock.Elapsed);
        }

        var took = clock.Elapsed;
        var used = GC.GetAllocatedBytesForCurrentThread() - memory;
        return new Trial(
            took > FuzzTarget.MostTime ? $"It took {took.TotalSeconds:0.0} s."
                : used > FuzzTarget.MostMemory ? $"It took {used / 1024 / 1024} MB."
                : null,
            took
        );
    }

    /// <summary>A busy machine makes anything slow once: what is slow three times is slow.</summary>
    public static Trial Sure(FuzzTarget target, byte[] input)
    {
        var trial = Of(target, input);
        for (var again = 0; again < 2 && trial.Fault is not null && trial.Took > FuzzTarget.MostTime; again++)
        {
            trial = Of(target, input);
        }

        return trial;
    }
}
