using System.Collections.Immutable;
using Galley.Api;
using Galley.Diagnostics;
using Galley.Payloads;
using Galley.Planning;
using Galley.Testing;

namespace Galley.Tests.Planning;

internal sealed class UnclaimedObjectsTests
{
    private const string Id = "id-of-launch";

    /// <summary>A list that was read before shows it still; one that was read after it shows what somebody put back.</summary>
    [TestCase(4, typeof(UnclaimedMatch.None))]
    [TestCase(5, typeof(UnclaimedMatch.Same))]
    public void Post_ThatTheFifthEventDeleted_IsFoundOnlyInAListThatWasReadAfterIt(int events, Type match)
    {
        var wire = WireComparison.Parse(Sample.PayloadOf(Sample.Post()).Wire!);
        var list = new LiveList([new LiveObject(Kind.Post, Id, wire)], IsWhole: true, null);
        var look = LiveState.Unread with
        {
            Lists = LiveState.Unread.Lists.Add(Kind.Post, new LiveListing(list, Sample.Now, Vouches: true)),
            Events = events,
        };
        var ledger = Sample.Ledger() with { GivenUp = ImmutableDictionary<string, int>.Empty.Add(Id, 5) };

        Assert.That(new UnclaimedObjects(look, ledger).Find(Kind.Post, wire, Sample.Now), Is.TypeOf(match));
    }
}
