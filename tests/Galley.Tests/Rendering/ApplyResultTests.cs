using System.Text.Json;
using Galley.Applying.Results;
using Galley.Diagnostics;
using Galley.Planning;
using Galley.Rendering.Comments;
using Galley.Rendering.Json;
using Galley.Rendering.Text;
using NodaTime;
using Snapshooter.NUnit;

namespace Galley.Tests.Rendering;

public sealed class ApplyResultTests
{
    private static readonly ApplyCommentInput Input = new()
    {
        Marker = "<!-- galley:apply -->",
        Now = Instant.FromUtc(2026, 6, 8, 9, 0),
    };

    private static ApplyItem Post(string key) => new(Kind.Post, "northwind", key) { Code = "7QK4" };

    private static ApplyItem Waits(string key, int day) =>
        Post(key) with
        {
            Reason = Reason.Window,
            OpensAt = Instant.FromUtc(2026, 6, day, 14, 0),
            Zone = "America/New_York",
            Sentence = "Its window opens.",
        };

    private static ApplyResult Full() =>
        new()
        {
            Done =
            [
                Post("edited") with
                {
                    Action = "update",
                    Sentence = "Changed in LeadPanther.",
                },
                Post("launch") with
                {
                    Action = "create",
                    Id = "id-1",
                    RequestId = "req_1",
                    Sentence = "Sent; its id in LeadPanther is id-1.",
                },
                Post("renamed") with
                {
                    Action = "move",
                    Sentence = "Known as renamed from now on.",
                },
                Post("spring") with
                {
                    Action = "delete",
                    Sentence = "Deleted in LeadPanther.",
                },
                Post("there") with
                {
                    Action = ApplyItem.Found,
                    Sentence = "LeadPanther has it already.",
                },
            ],
            Failed =
            [
                Post("broken") with
                {
                    Need = ExitCode.SomeFailed,
                    RequestId = "req_2",
                    Sentence = "LeadPanther refused it with 422: theme_id is unknown.",
                },
            ],
            InDoubt =
            [
                OutcomeMessages
                    .InDoubt(
                        Post("maybe"),
                        "No clear answer came: 503.",
                        "for the post of Mon 15 Jun 10:00 New York (Mon 15 Jun 14:00 UTC) that begins \"Maybe.\". Answer before "
                            + "Mon 15 Jun 09:50 New York: after that it can't be sent any more"
                    )
                    .Item,
            ],
            Held = [OutcomeMessages.NeedsLeadMagnet(Post("later"), "guide", ApplyOutcome.InDoubt).Item],
            NotStarted = [OutcomeMessages.Late(Post("late"), Duration.FromMinutes(10)).Item],
            Waiting = [Waits("b", 20), Waits("a", 12), Post("draft") with { Reason = Reason.Draft }],
            Unrecorded = ["{\"event\":\"created\"}"],
            Error = "The ledger could not be written.",
            Warnings = ["The grant for Northwind does not list posts:write."],
            ByHand = 2,
            Need = ExitCode.Error,
        };

    [Test]
    public void Text_OfAllThatCanHappen() => Snapshot.Match(ApplyResultText.Write(Full()));

    [Test]
    public void Json_OfAllThatCanHappen() => Snapshot.Match(ApplyResultJson.Write(Full()));

    [Test]
    public void Comment_OfAllThatCanHappen() => Snapshot.Match(ApplyComment.Write(Full(), Input));

    [Test]
    public void Comment_OfADoubt_EndsWithTheLinesToAnswerWith_HoweverMuchItSays()
    {
        var why = $"No clear answer came: LeadPanther answered 503, \"{new string('x', 300)}\".";
        var where = $"for the post that begins \"{new string('y', 60)}\"";

        Assert.That(
            ApplyComment.Write(
                new ApplyResult { InDoubt = [OutcomeMessages.InDoubt(Post("maybe"), why, where).Item] },
                Input
            ),
            Does.Contain("`/galley sent post northwind/maybe ID`")
                .And.Contains("`/galley not-sent post northwind/maybe`")
        );
    }

    [Test]
    public void Comment_OfAPullRequest_ShowsItsOwnPostsAndCountsTheRest() =>
        Snapshot.Match(
            ApplyComment.Write(
                Full(),
                Input with
                {
                    IsOwn = item => item.Key is "launch" or "a",
                    About = item => new ApplyItemFacts(
                        "Northwind Traders",
                        "America/New_York",
                        Instant.FromUtc(2026, 6, 12, 14, 0),
                        $"clients/northwind/posts/{item.Key}.md",
                        "Two rows & a *star*"
                    ),
                    Files = new Uri("https://github.com/acme/content/blob/0123abc/"),
                    Commit = "0123abc",
                }
            )
        );

    [Test]
    public void CommentAndText_OfABrokenClient_SayItOnce()
    {
        ApplyItem Held(string key) =>
            Post(key) with
            {
                Reason = Reason.Client,
                Sentence = "This client's files have errors.",
            };
        var result = new ApplyResult { Held = [Held("a"), Held("b"), Held("c")] };

        Assert.That(ApplyComment.Write(result, Input).Split("files have errors").Length - 1, Is.EqualTo(1));
        Assert.That(
            ApplyResultText.Write(result),
            Does.Contain("  northwind: 3 posts and lead magnets\n    This client's files have errors.\n")
        );
    }

    [Test]
    public void Json_ReadBack_SaysTheSame() =>
        Assert.That(
            ApplyResultJson.Write(ApplyResultJson.Parse(ApplyResultJson.Write(Full()), "result.json")),
            Is.EqualTo(ApplyResultJson.Write(Full()))
        );

    [TestCase("{")]
    [TestCase("{\"version\": 2}")]
    [TestCase("{\"version\": 1}")]
    [TestCase("{\"version\": 1, \"done\": [null]}")]
    public void Json_OfAnotherFile_IsRefused(string json) =>
        Assert.That(
            () => ApplyResultJson.Parse(json, "x.json"),
            Throws.InstanceOf<GalleyException>().With.Message.StartsWith("x.json is not a result")
        );

    [Test]
    public void Json_OfNothing_HasEveryList()
    {
        var json = JsonDocument.Parse(ApplyResultJson.Write(new ApplyResult())).RootElement;

        foreach (var list in new[] { "done", "failed", "in_doubt", "held", "not_started", "waiting", "unrecorded" })
        {
            Assert.That(json.GetProperty(list).GetArrayLength(), Is.Zero, list);
        }

        Assert.That(json.GetProperty("exit_code").GetInt32(), Is.Zero);
        Assert.That(json.GetProperty("next_run").ValueKind, Is.EqualTo(JsonValueKind.Null));
    }

    [Test]
    public void Text_OfNothing_SaysSo() =>
        Assert.That(
            ApplyResultText.Write(new ApplyResult()),
            Is.EqualTo("Nothing to do: LeadPanther is as the files say.\n")
        );

    [TestCase(true, "Apply: refused, nothing was sent.")]
    [TestCase(false, "Apply: stopped before its end.")]
    public void Totals_OfAnErrorAlone_SpeakOfARefusal_OnlyOfOne(bool isRefusal, string words) =>
        Assert.That(
            ApplyResultText.Totals(new ApplyResult { Error = "A sentence.", IsRefusal = isRefusal }),
            Is.EqualTo(words)
        );

    [Test]
    public void Merged_OfARefusalAndAStop_IsNoRefusal()
    {
        ApplyResult[] both = [new ApplyCompletion.Refused("Too many.").Result, new() { Error = "Broke off." }];

        var merged = ApplyResultJson.Merged([
            .. both.Select(result => ApplyResultJson.Parse(ApplyResultJson.Write(result), "result.json")),
        ]);

        Assert.That((merged.IsRefusal, merged.Error), Is.EqualTo((false, "Too many. Broke off.")));
        Assert.That(ApplyResultJson.Merged([both[0], new ApplyResult()]).IsRefusal, Is.True);
    }

    [Test]
    public void Next_IsTheFirstWindowToOpen() => Assert.That(Full().Next!.Key, Is.EqualTo("a"));

    [TestCase(ExitCode.Error, ExitCode.Refused, ExitCode.Error)]
    [TestCase(ExitCode.Refused, ExitCode.SomeFailed, ExitCode.Refused)]
    [TestCase(ExitCode.SomeFailed, ExitCode.ContentInvalid, ExitCode.SomeFailed)]
    [TestCase(ExitCode.ContentInvalid, ExitCode.PersonNeeded, ExitCode.ContentInvalid)]
    [TestCase(ExitCode.PersonNeeded, ExitCode.Changes, ExitCode.PersonNeeded)]
    [TestCase(ExitCode.Changes, ExitCode.Fine, ExitCode.Changes)]
    [TestCase(ExitCode.Interrupted, ExitCode.SomeFailed, ExitCode.Interrupted)]
    [TestCase(ExitCode.Interrupted, ExitCode.Error, ExitCode.Error)]
    public void ExitNeed_TheHighestWins(ExitCode one, ExitCode other, ExitCode wins)
    {
        Assert.That(ExitCodePriority.Highest([one, other]), Is.EqualTo(wins));
        Assert.That(ExitCodePriority.Highest([other, one]), Is.EqualTo(wins));
    }
}
