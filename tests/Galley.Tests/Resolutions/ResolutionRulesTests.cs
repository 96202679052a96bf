using Galley.Content;
using Galley.Diagnostics;
using Galley.Ledger;
using Galley.Planning;
using Galley.Resolutions;
using Galley.Testing;
using NodaTime;

namespace Galley.Tests.Resolutions;

internal sealed class ResolutionRulesTests
{
    private const string Id = "00000000-0000-4000-8000-000000000002";
    private static readonly Post Launch = Sample.Post();
    private static readonly Post Edited = Launch with { Body = "Better words." };

    [Test]
    public void Done_WithTheCodeOfAnEdit_MakesTheFileTheBaseline()
    {
        var after = Taken(
            Say(
                $"done post northwind/launch {Sample.PayloadOf(Edited).Code.ToLowerInvariant()}",
                [Edited],
                Sample.Live(Launch)
            ),
            Sample.Live(Launch)
        );

        Assert.That(after, Has.Property("State").EqualTo(ObjectState.Live).And.Property("Id").EqualTo("id-of-launch"));
        Assert.That(after!.Baseline!.SaysTheSameAs(Sample.PayloadOf(Edited)));
    }

    [Test]
    public void Done_WithTheCodeOfWhatWasReplacedSince_IsRefusedWithTheRightOne() =>
        Refused(
            Say($"done post northwind/launch {Sample.PayloadOf(Launch).Code}", [Edited], Sample.Live(Launch)),
            $"galley done post northwind/launch {Sample.PayloadOf(Edited).Code}"
        );

    [Test]
    public void Done_OfARemoval_AlsoRetiresTheKey()
    {
        var after = Taken(
            Say($"done post northwind/launch {Sample.PayloadOf(Launch).Code}", [], Sample.Live(Launch)),
            Sample.Live(Launch)
        );

        Assert.That(after!.State, Is.EqualTo(ObjectState.Retired));
    }

    [Test]
    public void Done_OfWhatNeedsNoHand_IsRefused()
    {
        Refused(
            Say("done post northwind/launch 7QK4", [Launch], Sample.Live(Launch)),
            "nothing to do by hand for post northwind/launch. The plan says \"In LeadPanther (scheduled)\""
        );
        Refused(Say("done post northwind/launch 7QK4", [Launch]), "Will be sent");
        Refused(
            Say("done post northwind/launch 7QK4", [Launch], Sample.Open(Launch)),
            "galley not-sent post northwind/launch"
        );
        Refused(Say("done post northwind/launch 7QK4", [], Sample.Retired(Kind.Post, "launch")), "already done");
        Refused(
            Say("done post northwind/spring 7QK4", [Launch with { Key = "spring" }], Sample.Live(Launch)),
            "Run `galley apply`"
        );
        Refused(
            Say("done post northwind/lunch 7QK4", [], Sample.Retired(Kind.Post, "launch")),
            "Did you mean \"launch\"?"
        );
    }

    [Test]
    public void Sent_InDoubt_IsLiveWithWhatWasIntended()
    {
        var after = Taken(Say($"sent post northwind/launch {Id}", [Edited], Sample.Open(Launch)), Sample.Open(Launch));

        Assert.That(after, Has.Property("State").EqualTo(ObjectState.Live).And.Property("Id").EqualTo(Id));
        Assert.That(after!.Baseline, Is.EqualTo(Sample.PayloadOf(Launch)));
    }

    [Test]
    public void Sent_OfAPostWithoutAnId_IsTaken_AndTheIdComesLaterWithoutUndoingHandWork()
    {
        var withoutId = Taken(Say("sent post northwind/launch", [Launch], Sample.Open(Launch)), Sample.Open(Launch))!;
        var editedByHand = withoutId with { Baseline = Sample.PayloadOf(Edited) };

        var after = Taken(Say($"sent post northwind/launch {Id}", [Edited], editedByHand), editedByHand);

        Assert.That((withoutId.State, withoutId.Id), Is.EqualTo((ObjectState.Live, (string?)null)));
        Assert.That(after, Has.Property("Id").EqualTo(Id).And.Property("Baseline").EqualTo(Sample.PayloadOf(Edited)));
    }

    [Test]
    public void Sent_OfALeadMagnet_NeedsItsId()
    {
        var guide = Sample.LeadMagnet();

        Refused(
            Say("sent lead-magnet northwind/guide", [guide], Sample.Open(guide)),
            "Run `galley sent lead-magnet northwind/guide ID`"
        );
    }

    [TestCase("sent post northwind/launch " + Id)]
    [TestCase("not-sent post northwind/launch")]
    public void Doubt_WhereThereIsNone_IsRefused(string line)
    {
        Refused(Say(line, [Launch], Sample.Live(Launch)), "not in doubt. It was sent as id-of-launch");
        Refused(Say(line, [Launch], Sample.Retired(Kind.Post, "launch")), "Its key is retired");
        Refused(Say(line, [Launch], Sample.Open(Launch) with { State = ObjectState.NotSent }), "It was not sent");
        Refused(Say(line, [Launch]), "The ledger has no post northwind/launch");
    }

    [TestCase("sent post northwind/launch " + Id)]
    [TestCase("not-sent post northwind/launch")]
    [TestCase("forget post northwind/launch --recreate")]
    [TestCase("adopt post northwind/launch " + Id + " --force")]
    public void Word_OnWhatAnotherRunIsSending_IsNotTaken(string line) =>
        Refused(
            Say(line, [Launch], context => context with { IsInFlight = _ => true }, Sample.Open(Launch)),
            "Another run is sending post northwind/launch"
        );

    [Test]
    public void NotSent_InDoubt_FreesTheKeyForTheNextApply()
    {
        var after = Taken(Say("not-sent post northwind/launch", [Launch], Sample.Open(Launch)), Sample.Open(Launch));

        Assert.That(after!.State, Is.EqualTo(ObjectState.NotSent));
    }

    [TestCase("sent post northwind/launch " + Id)]
    [TestCase("adopt post northwind/spring " + Id)]
    public void Id_ThatIsSomeonesAlready_IsRefused_AndForceDoesNotHelp(string line)
    {
        LedgerObject[] ledger = [Sample.Open(Launch)];
        var spring = Sample.Post("spring") with { ScheduledAt = Sample.NextWeek + Duration.FromDays(1) };

        foreach (var word in new[] { line, line + " --force" })
        {
            Refused(
                Say(word, [Launch, spring], context => context with { OwnerOf = _ => "post northwind/other" }, ledger),
                $"{Id} already belongs to post northwind/other"
            );
        }
    }

    [TestCase("sent post northwind/launch " + Id)]
    [TestCase("adopt post northwind/spring " + Id)]
    public void Id_ThatLeadPantherDoesNotKnow_NeedsForce(string line)
    {
        LedgerObject[] ledger = [Sample.Open(Launch)];
        static ResolutionContext Missing(ResolutionContext context) => context with { Exists = false };

        Refused(Say(line, [Launch, Sample.Post("spring")], Missing, ledger), "repeat the command with --force");
        Assert.That(
            Say(line + " --force", [Launch, Sample.Post("spring")], Missing, ledger),
            Is.TypeOf<ResolutionResult.Accepted>().With.Property("Sentence").Contains("because of --force")
        );
    }

    [Test]
    public void Forget_RetiresTheKey_AndRecreateFreesIt()
    {
        Assert.That(
            Taken(Say("forget post northwind/launch", [Launch], Sample.Live(Launch)), Sample.Live(Launch))!.State,
            Is.EqualTo(ObjectState.Retired)
        );
        Assert.That(
            Taken(
                Say("forget post northwind/launch --recreate", [Launch], Sample.Live(Launch)),
                Sample.Live(Launch)
            )!.State,
            Is.EqualTo(ObjectState.NotSent)
        );
        var retired = Sample.Retired(Kind.Post, "launch");
        Assert.That(
            Taken(Say("forget post northwind/launch --recreate", [Launch], retired), retired)!.State,
            Is.EqualTo(ObjectState.NotSent)
        );
    }

    [Test]
    public void Forget_OfADoubt_OrOfNothing_IsRefused()
    {
        Refused(
            Say("forget post northwind/launch", [Launch], Sample.Open(Launch)),
            "may have been sent, so Galley can't forget it"
        );
        Refused(
            Say("forget post northwind/launch", [Launch], Sample.Open(Launch) with { State = ObjectState.NotSent }),
            "never sent"
        );
        Refused(
            Say("forget post northwind/launch", [Launch], Sample.Retired(Kind.Post, "launch")),
            "already forgotten"
        );
        Refused(Say("forget post northwind/launch", [Launch]), "The ledger has no post");
    }

    [Test]
    public void Adopt_MakesTheFileTheBaseline_OnAFreeAndOnARetiredKey()
    {
        var retired = Sample.Retired(Kind.Post, "launch");
        foreach (var ledgerObject in new LedgerObject?[] { null, retired })
        {
            var after = Taken(
                Say($"adopt post northwind/launch {Id}", [Launch], ledgerObject is null ? [] : [ledgerObject]),
                ledgerObject
            );

            Assert.That(after, Has.Property("State").EqualTo(ObjectState.Live).And.Property("Id").EqualTo(Id));
            Assert.That(after!.Baseline!.Canonical, Is.EqualTo(Sample.PayloadOf(Launch).Canonical));
        }
    }

    [Test]
    public void Adopt_OfWhatIsLive_InDoubt_OrHasNoFile_IsRefused()
    {
        Refused(
            Say($"adopt post northwind/launch {Id}", [Launch], Sample.Live(Launch)),
            "already linked to id-of-launch"
        );
        Refused(
            Say($"adopt post northwind/launch {Id}", [Launch], Sample.Live(Launch) with { Id = null }),
            $"`galley sent post northwind/launch {Id}` to add it"
        );
        Refused(
            Say($"adopt post northwind/launch {Id}", [Launch], Sample.Open(Launch)),
            $"run `galley sent post northwind/launch {Id}`"
        );
        Refused(Say($"adopt post northwind/lunch {Id}", [Launch]), "Did you mean \"launch\"?");
        Refused(
            Say(
                $"adopt post northwind/launch {Id}",
                [new UnreadableFile(Kind.Post, "launch", "clients/northwind/posts/launch.md")]
            ),
            "clients/northwind/posts/launch.md can't be read"
        );
    }

    private static ResolutionResult Say(string line, object[] content, params LedgerObject[] ledger) =>
        Say(line, content, context => context, ledger);

    private static ResolutionResult Say(
        string line,
        object[] content,
        Func<ResolutionContext, ResolutionContext> with,
        params LedgerObject[] ledger
    )
    {
        var input = new PlanningInput
        {
            Content = Sample.Content(content),
            Settings = new Settings(),
            Now = Sample.Now,
            Ledger = Sample.Ledger(ledger),
        };
        var planned = new PlannedClient(input.Content, input.Ledger, ClientPlanner.Plan(input));
        return ResolutionRules.Judge(
            ResolutionParser.Parse(line),
            with(
                new ResolutionContext
                {
                    Planned = planned,
                    IsInFlight = _ => false,
                    OwnerOf = _ => null,
                }
            )
        );
    }

    private static LedgerObject? Taken(ResolutionResult result, LedgerObject? before)
    {
        Assert.That(result, Is.TypeOf<ResolutionResult.Accepted>(), result.Sentence);
        var ledger = before is null ? Sample.Ledger() : Sample.Ledger(before);
        return ((ResolutionResult.Accepted)result).Events.Aggregate(ledger, LedgerFold.Apply).Find(Kind.Post, "launch");
    }

    private static void Refused(ResolutionResult result, string why) =>
        Assert.That(result, Is.TypeOf<ResolutionResult.Rejected>().With.Property("Sentence").Contains(why));
}
