using System.Text.Json.Nodes;
using Galley.Api;
using Galley.Diagnostics;
using Galley.Planning;
using Galley.Testing;

namespace Galley.Tests.Planning;

internal sealed class LiveStateTests
{
    private const string Id = "id-of-launch";

    [TestCase(null, true)]
    [TestCase(3, true)]
    [TestCase(2, false)]
    public void StillTrue_OfWhatTheLedgerLearnedOfSince_SaysNothing(int? events, bool says)
    {
        var known = Sample.Live(Sample.Post()) with { BaselineEvent = 3 };
        var read = LiveState.Unread with
        {
            Objects = LiveState.Unread.Objects.Add(Id, new LiveObject(Kind.Post, Id, new JsonObject())),
            Events = events,
        };

        Assert.That(read.StillTrue(Sample.Ledger(known)).Object(Id) is not null, Is.EqualTo(says));
    }
}
