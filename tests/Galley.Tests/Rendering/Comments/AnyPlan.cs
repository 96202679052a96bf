using CsCheck;
using Galley.Content;
using Galley.Diagnostics;
using Galley.Planning;
using Galley.Rendering;
using Galley.Rendering.Comments;
using Galley.Testing;
using NodaTime;

namespace Galley.Tests.Rendering.Comments;

/// <summary>Plans of every size whose every text tries to get out of the comment.</summary>
internal static class AnyPlan
{
    public const string Marker = "<!-- galley:plan -->";

    private static readonly string[] Attacks =
    [
        "@octocat",
        "@acme/team",
        "&#64;octocat",
        "#123",
        "acme/repo#7",
        "GH-12",
        "gh-1",
        "https://github.com/a/b/issues/1",
        "www.example.com",
        "a@b.example",
        ":tada:",
        "```",
        "````\n# out\n",
        "~~~",
        "> ",
        "\n\n## Heading\n",
        "\n---\n",
        "\n===\n",
        "| a | b |\n|---|---|\n",
        "<script>alert(1)</script>",
        "<!-- galley:plan -->",
        "-->",
        "<details>",
        "![x](http://x.example/y.png)",
        "[x](javascript:alert(1))",
        "[x]: http://x.example",
        "**bold**",
        "_it_",
        "`code`",
        "``",
        "\\",
        "\\@octocat",
        "&lt;b&gt;",
        "&commat;octocat",
        "$x$",
        "$$\ny\n$$",
        "[^1]",
        "- [ ] task",
        "1. one",
        "\t\tcode",
        "    code",
        "\u202Eevil\u202C",
        "\u2066x\u2069",
        "\u200F",
        "\u061C",
        "\0",
        "\u001b[31m",
        "\u0085",
        "\u2028",
        "\uD83D",
        "\uDE00",
        "😀",
        "👩‍👩‍👧",
        "é",
        "e\u0301",
        "漢字",
        "שלום",
        "\u00A0",
        " ",
        "\n",
        "\r\n",
        "\r",
        "::error::x",
        "##[error]x",
        "\uFF20octocat",
        "\u2060",
    ];

    public static readonly Gen<string> Text = Gen.Frequency(
        (6, Chosen(Attacks).Array[0, 8].Select(string.Concat)),
        (2, Gen.String),
        (1, Chosen(Attacks).Select(Gen.Int[1, 400], (attack, times) => string.Concat(Enumerable.Repeat(attack, times))))
    );

    private static readonly Gen<string?> TextOrNone = Gen.Frequency(
        (3, Text.Select(text => (string?)text)),
        (1, Gen.Const((string?)null))
    );

    private static readonly Gen<FieldChange> Change = Gen.Select(Text, TextOrNone, TextOrNone, (field, before, after) =>
        new FieldChange(field, before, after)
    );

    private static readonly Gen<Instant?> Time = Gen.Frequency(
        (3, Gen.Int[-2_000, 20_000].Select(minutes => (Instant?)(Sample.Now + Duration.FromMinutes(minutes)))),
        (1, Gen.Const((Instant?)null))
    );

    private static readonly Gen<string?> Since = Chosen("added", "changed", "cancelled", (string?)null);

    public static readonly Gen<PlanAction> Action =
        from type in Gen.Enum<ActionType>()
        from kind in Gen.Enum<Kind>()
        from texts in Gen.Select(Text, TextOrNone, TextOrNone, TextOrNone)
        from reason in Chosen(Reason.Window, Reason.RetiredKey, Reason.Unapproved, Reason.Draft, (string?)null)
        from times in Gen.Select(Time, Time)
        from since in Since
        from changes in Change.Array[0, 3]
        select new PlanAction
        {
            Type = type,
            Kind = kind,
            Key = texts.Item1,
            Detail = texts.Item2,
            Code = texts.Item3,
            From = texts.Item4,
            Reason = reason,
            At = times.Item1,
            OpensAt = times.Item2,
            SinceBase = since,
            Changes = [.. changes],
        };

    private static readonly Gen<Diagnostic> Problem =
        from texts in Gen.Select(Text, Text, Text)
        from severity in Gen.Enum<Severity>()
        from line in Gen.Int[1, 5_000]
        from onBase in Gen.Bool
        select new Diagnostic("GAL333", severity, texts.Item1, texts.Item2, new Position(line, 1), texts.Item3)
        {
            OnBase = onBase,
        };

    /// <summary>A few actions, said as often as the size wants.</summary>
    public static readonly Gen<Plan> Plan =
        from actions in Action.Array[0, 12]
        from problems in Problem.Array[0, 12]
        from times in Chosen(1, 1, 1, 5, 100, 2_000)
        from slug in Text
        from zone in Chosen("America/New_York", "Asia/Kolkata", "UTC", (string?)null)
        select new Plan
        {
            Now = Sample.Now,
            LedgerId = "l",
            Clients =
            [
                new ClientPlan(slug, slug, zone, [.. Enumerable.Repeat(actions, times).SelectMany(some => some)]),
            ],
            Diagnostics = [.. Enumerable.Repeat(problems, times).SelectMany(some => some)],
        };

    public static readonly Gen<ObjectText> Proof =
        from texts in Gen.Select(Text, TextOrNone)
        from media in Gen.Select(Text, TextOrNone, Gen.Bool).Array[0, 3]
        from followups in Gen.Select(Gen.Int[0, 200], TextOrNone, TextOrNone).Array[0, 3]
        select new ObjectText(
            texts.Item1,
            texts.Item2,
            [.. media.Select(one => new ObjectMedium(one.Item1, one.Item2, one.Item3))],
            [.. followups.Select(one => new FollowupStep(one.Item1, one.Item2, one.Item3))]
        )
        {
            Title = texts.Item2,
        };

    public static readonly Gen<CommentInput> Input =
        from proof in Proof
        from size in Chosen(1, 1, 50, 1_000)
        from hasBase in Gen.Bool
        from settings in Gen.Select(Text, TextOrNone, TextOrNone, TextOrNone, Text).Array[0, 30]
        from corrections in Gen.Select(Text, Text).Array[0, 5]
        let large = proof with
        {
            Text = string.Concat(Enumerable.Repeat(proof.Text, size)),
        }
        select new CommentInput
        {
            Marker = Marker,
            ProofOf = (_, _) => large,
            HasBase = hasBase,
            Settings =
            [
                .. settings.Select(one => new SettingsChange(one.Item1, one.Item2, one.Item3, one.Item4, one.Item5)),
            ],
            Corrections = [.. corrections.Select(one => new Correction(one.Item1, 1, 2, one.Item2, []))],
            Files = new Uri("https://github.com/acme/content/blob/0123abc/"),
            Editor = new Uri("https://github.com/acme/content/edit/june/"),
            Run = new Uri("https://github.com/acme/content/actions/runs/1"),
        };

    private static Gen<T> Chosen<T>(params T[] all) => Gen.Int[0, all.Length - 1].Select(i => all[i]);
}
