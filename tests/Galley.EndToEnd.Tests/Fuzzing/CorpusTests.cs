using Galley.EndToEnd.Tests.Conventions;
using Galley.Fuzzing;

namespace Galley.EndToEnd.Tests.Fuzzing;

/// <summary>What fuzzing found interesting, or broken once: none of it throws, takes a second or much memory.</summary>
internal sealed class CorpusTests
{
    private static IEnumerable<FuzzTarget> Targets => FuzzTargets.All;

    [TestCaseSource(nameof(Targets))]
    public void Corpus_OfATarget_IsReadWithoutAFault(FuzzTarget target)
    {
        var inputs = Corpus.Read(Path.Combine(Repository.Root, "tests/Galley.Fuzzing/corpus"), target);

        Assert.That(inputs, Is.Not.Empty);
        Assert.That(
            inputs
                .Select(input => (Input: Convert.ToBase64String(input), Trial.Sure(target, input).Fault))
                .Where(trial => trial.Fault is not null),
            Is.Empty
        );
    }
}
