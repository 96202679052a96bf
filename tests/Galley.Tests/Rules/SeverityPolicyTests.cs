using System.Collections.Immutable;
using Galley.Diagnostics;
using Galley.Diagnostics.Codes;
using Galley.Ledger;
using Galley.Rules;

namespace Galley.Tests.Rules;

public class SeverityPolicyTests
{
    private static readonly Problem Past = About("a", PostCodes.Past);
    private static readonly Problem Gap = About("b", PostCodes.MinGap) with { Other = (Kind.Post, "a") };
    private static readonly Problem Empty = About("a", PostCodes.Empty);

    [TestCase(ObjectState.Live, false)]
    [TestCase(ObjectState.Open, false)]
    [TestCase(ObjectState.Retired, false)]
    [TestCase(ObjectState.NotSent, true)]
    [TestCase(null, true)]
    public void Past_OfWhatTheLedgerKnows_FailsOnlyWhenItIsStillToSend(ObjectState? state, bool fails)
    {
        var judged = SeverityPolicy.Decide([Past], Validate(("a", state)));

        Assert.That(judged.Any(diagnostic => diagnostic.Fails), Is.EqualTo(fails));
    }

    [Test]
    public void Fault_ThatIsNotAboutSending_StaysForWhatIsLive()
    {
        Assert.That(SeverityPolicy.Decide([Empty], Validate(("a", ObjectState.Live))), Has.Length.EqualTo(1));
    }

    [TestCase(ObjectState.Live, ObjectState.Live, 0)]
    [TestCase(ObjectState.Live, null, 1)]
    [TestCase(null, ObjectState.Live, 1)]
    public void Clash_OfTwoPosts_StaysWhileOneIsToSend(ObjectState? first, ObjectState? second, int expected)
    {
        Assert.That(SeverityPolicy.Decide([Gap], Validate(("a", first), ("b", second))), Has.Length.EqualTo(expected));
    }

    [Test]
    public void Past_WithoutAReadableLedger_IsOneNoteForValidate()
    {
        var judged = SeverityPolicy.Decide(
            [Past, About("b", PostCodes.Past), About("c", PostCodes.TooSoon), Gap],
            new SeverityContext { Purpose = ValidationPurpose.Validate }
        );

        Assert.That(
            judged.Select(diagnostic => (diagnostic.Code, diagnostic.Severity)),
            Is.EquivalentTo(new[] { ("GAL324", Severity.Note), ("GAL314", Severity.Error) })
        );
        Assert.That(judged.Single(diagnostic => diagnostic.Code == "GAL324").Message, Does.Contain("3 posts"));
    }

    [Test]
    public void Past_ForAPlanWithoutBase_IsThePlansToShowAsMissed()
    {
        Assert.That(SeverityPolicy.Decide([Past], Validate() with { Purpose = ValidationPurpose.Plan }), Is.Empty);
    }

    [TestCase(true, false, 0)]
    [TestCase(true, true, 1)]
    [TestCase(false, false, 1)]
    public void Past_ForAPlanWithBase_FailsOnlyWhatTheChangeBrings(bool onBase, bool changed, int expected)
    {
        var judged = SeverityPolicy.Decide(
            [Past],
            Validate() with
            {
                Purpose = ValidationPurpose.Plan,
                Base = Base(onBase, changed),
            }
        );

        Assert.That(judged.Count(diagnostic => diagnostic.Fails), Is.EqualTo(expected));
    }

    [TestCase(true, false, false)]
    [TestCase(true, true, true)]
    [TestCase(false, false, true)]
    public void Fault_KnownOnTheBase_IsListedAndFailsNobody(bool onBase, bool changed, bool fails)
    {
        var judged = SeverityPolicy.Decide([Empty], Validate() with { Base = Base(onBase, changed, Empty) }).Single();

        Assert.That((judged.OnBase, judged.Fails), Is.EqualTo((!fails, fails)));
    }

    [Test]
    public void Rules_ForAdjustableCodesOnly_ChangeTheSeverity()
    {
        var rules = ImmutableDictionary<string, DiagnosticCode>
            .Empty.Add("GAL314", PostCodes.MinGap with { Severity = Severity.Warning })
            .Add("GAL309", PostCodes.Empty with { Severity = Severity.Note });

        var judged = SeverityPolicy.Decide([Gap, Empty], Validate() with { Rules = rules });

        Assert.That(
            judged.Select(diagnostic => (diagnostic.Code, diagnostic.Severity)),
            Is.EquivalentTo(new[] { ("GAL314", Severity.Warning), ("GAL309", Severity.Error) })
        );
    }

    [Test]
    public void Diagnostics_InAnyOrder_ComeSortedAndNoneTwice()
    {
        var later = Empty with { At = new Position(9, 1) };

        var judged = SeverityPolicy.Decide([later, About("b", PostCodes.Empty), Empty, Empty], Validate());

        Assert.That(
            judged.Select(diagnostic => (diagnostic.Path, diagnostic.At.Line)),
            Is.EqualTo(new[] { ("a.md", 3), ("a.md", 9), ("b.md", 3) })
        );
    }

    [Test]
    public void Notes_OnWhatIsPublished_AreNotRepeated()
    {
        var note = About("a", PostCodes.LongBeforeFold);

        var judged = SeverityPolicy.Decide(
            [note, Empty, note with { Subject = (Kind.Post, "b") }],
            Validate() with
            {
                IsPublished = (_, key) => key == "a",
            }
        );

        Assert.That(
            judged.Select(diagnostic => (diagnostic.Code, diagnostic.Severity)),
            Is.EquivalentTo(new[] { ("GAL309", Severity.Error), (PostCodes.LongBeforeFold.Id, Severity.Note) })
        );
    }

    private static Problem About(string key, DiagnosticCode code) =>
        new(code, key + ".md", new Position(3, 1), "Message.", "Help.") { Client = "acme", Subject = (Kind.Post, key) };

    private static ExistingProblems Base(bool has, bool changed, Problem? problem = null) =>
        ExistingProblems.From(has ? [problem ?? Past] : [], _ => changed);

    private static SeverityContext Validate(params (string Key, ObjectState? State)[] objects) =>
        new()
        {
            Purpose = ValidationPurpose.Validate,
            Ledger = (kind, key) =>
                Array.Find(objects, known => known.Key == key).State is { } state
                    ? new LedgerObject
                    {
                        Kind = kind,
                        Key = key,
                        State = state,
                    }
                    : null,
        };
}
