using System.Globalization;
using Galley.Fuzzing;
using SharpFuzz;

// fuzz instrument FILE…                                     adds the counting of branches to assemblies
// fuzz search CORPUS FAULTS SECONDS SEED [TARGET…]          looks for inputs that break something, in so many seconds for all
return args switch
{
    ["instrument", .. var files] => Instrument(files),
    ["search", var corpus, var faults, var seconds, var seed, .. var names] => Look(
        corpus,
        faults,
        TimeSpan.FromSeconds(int.Parse(seconds, CultureInfo.InvariantCulture)),
        int.Parse(seed, CultureInfo.InvariantCulture),
        names
    ),
    _ => throw new ArgumentException("fuzz instrument FILE… | fuzz search CORPUS FAULTS SECONDS SEED [TARGET…]"),
};

static int Instrument(string[] files)
{
    foreach (var file in files)
    {
        _ = Fuzzer.Instrument(file, _ => true, Options.Value).Count();
    }

    return 0;
}

static int Look(string corpus, string faults, TimeSpan time, int seed, string[] names)
{
    Coverage.Start();
    var broken = 0;
    var targets = FuzzTargets.All.Where(target => names.Length == 0 || names.Contains(target.Name)).ToList();
    foreach (var target in targets)
    {
        var search = new Search(target, corpus, faults, new Random(seed));
        var found = search.During(time / targets.Count);
        Say(
            $"{target.Name}: {search.Runs:N0} runs, {search.Branches:N0} branches, {search.Inputs:N0} inputs, {found.Count} faults"
        );
        foreach (var fault in found)
        {
            Say(fault);
        }

        broken += found.Count;
    }

    return broken == 0 ? 0 : 1;
}

#pragma warning disable RS0030 // A tool of the build, which speaks to whoever runs it.
static void Say(string words) => Console.WriteLine(words);
#pragma warning restore RS0030
