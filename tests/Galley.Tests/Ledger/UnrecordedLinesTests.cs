using System.Text.Json;
using Galley.Ledger;
using Galley.Ledger.Events;
using NodaTime;

namespace Galley.Tests.Ledger;

internal sealed class UnrecordedLinesTests
{
    private static readonly Stamp Stamp = new("run-1", LedgerTestEvents.Noon, "run", Commit: null);
    private static readonly UnrecordedException Unrecorded = new(
        LedgerTestEvents.Northwind.Id,
        [
            LedgerTestEvents.Created("launch") with
            {
                Stamp = Stamp,
            },
            LedgerTestEvents.Created("spring") with
            {
                Stamp = Stamp with { Id = "run-2", At = Stamp.At + Duration.Epsilon },
            },
        ],
        new GalleyException("The disk is full.")
    );

    [Test]
    public void Lines_AreFoundAloneAndInALog()
    {
        var log =
            $"galley: The ledger could not be written.\n  2026-06-08T09:00:00Z {Unrecorded.Lines[0]}\r\n{{}}\n{Unrecorded.Lines[1]}\nDone.";

        Assert.That(UnrecordedLines.In(log), Has.Length.EqualTo(2));
        Assert.That(UnrecordedLines.In(string.Join('\n', Unrecorded.Lines)), Is.EqualTo(Unrecorded.Lines));
    }

    [Test]
    public void Lines_AreFoundInTheResultThatApplySaved() =>
        Assert.That(
            UnrecordedLines.In(
                JsonSerializer.Serialize(new { done = Array.Empty<string>(), unrecorded = Unrecorded.Lines })
            ),
            Is.EqualTo(Unrecorded.Lines)
        );

    [TestCase("")]
    [TestCase("{}")]
    [TestCase("[1]")]
    [TestCase("""{"unrecorded": 3}""")]
    [TestCase("nothing of the kind")]
    public void Lines_WhereThereAreNone_AreNone(string text) => Assert.That(UnrecordedLines.In(text), Is.Empty);
}
