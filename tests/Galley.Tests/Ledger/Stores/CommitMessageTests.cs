using Galley.Ledger.Format;
using Galley.Ledger.Stores;
using Snapshooter.NUnit;
using static Galley.Tests.Ledger.LedgerTestEvents;

namespace Galley.Tests.Ledger.Stores;

internal sealed class CommitMessageTests
{
    [Test]
    public void Message_OfOneOfEachEvent_SaysWhatHappened() =>
        Snapshot.Match(
            CommitMessage.For([.. Stamped(OneOfEach())], HeaderFormat.New("ledger"), HeaderFormat.New("ledger"), "run")
        );

    [Test]
    public void Message_OfAnOperationThatTheApiDoesNotOffer_NamesIt()
    {
        var before = HeaderFormat.Lack(HeaderFormat.New("ledger"), "delete-post", Noon);
        var after = HeaderFormat.Lack(before, "update-post", Noon);

        Assert.That(
            CommitMessage.For([], before, after, "run"),
            Is.EqualTo("LeadPanther's API does not offer: update-post\n\nRun run\n")
        );
    }
}
