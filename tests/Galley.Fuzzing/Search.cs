using System.Diagnostics;

namespace Galley.Fuzzing;

/// <summary>Looks for inputs that break a target, guided by which of them go where none went before.</summary>
internal sealed class Search(FuzzTarget target, string corpus, string faults, Random random)
{
    private readonly Coverage _coverage = new();
    private readonly List<byte[]> _known = [];
    private readonly HashSet<string> _reported = [];

    public long Runs { get; private set; }

    public int Branches => _coverage.Branches;

    public int Inputs => _known.Count;

    /// <returns>The files of inputs that break it, each for another reason.</returns>
    public IReadOnlyList<string> During(TimeSpan time)
    {
        var found = new List<string>();
        foreach (var input in Corpus.Read(corpus, target).Concat(target.Seeds).Append([]))
        {
            Try(input, found);
        }

        var mutator = new Mutator(target, random);
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < time; )
        {
            Try(mutator.From(_known), found);
        }

        Corpus.Replace(corpus, target, _known);
        return found;
    }

    private void Try(byte[] input, List<string> found)
    {
        Runs++;
        Coverage.Begin();
        var trial = Trial.Of(target, input);
        var isNew = _coverage.TakeNew();
        if (trial.Fault is not null && Trial.Sure(target, input).Fault is { } fault && _reported.Add(Kind(fault)))
        {
            found.Add($"{Corpus.Add(faults, target, input)}\n{fault}");
        }
        else if (isNew || _known.Count == 0)
        {
            _known.Add(input);
        }
    }

    /// <summary>The exception, and where it came from: one fault is reported once.</summary>
    private static string Kind(string fault) =>
        string.Join('|', fault.Split('\n').Where((line, number) => number == 0 || line.Contains(" at Galley")).Take(3));
}
