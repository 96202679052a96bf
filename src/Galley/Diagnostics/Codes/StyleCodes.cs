namespace Galley.Diagnostics.Codes;

/// <summary>GAL701 to GAL799: an agency's own style rules. Message and severity of 701 to 704 are the rule's own.</summary>
public static class StyleCodes
{
    public static readonly DiagnosticCode Existence = new(
        "GAL701",
        Severity.Warning,
        "House style: words that must not be there",
        "A rule with `extends: existence` in styles/ found one of its tokens. The rule gives the message and the level.",
        "A real game-changer for your team.   # with the token: game-changer",
        "It saves your team a day a week."
    )
    {
        Adjustable = true,
    };

    public static readonly DiagnosticCode Substitution = new(
        "GAL702",
        Severity.Warning,
        "House style: words to replace",
        "A rule with `extends: substitution` in styles/ has other words for these. The rule gives the message and the level.",
        "We utilize two tools.   # with the swap: utilize: use",
        "We use two tools."
    )
    {
        Adjustable = true,
    };

    public static readonly DiagnosticCode Occurrence = new(
        "GAL703",
        Severity.Warning,
        "House style: too many or too few",
        "A rule with `extends: occurrence` in styles/ counts its token, and the number is above `max` or below `min`. "
            + "The rule gives the message and the level.",
        "#one #two #three #four #five #six   # with: token: '#\\w+', max: 5",
        "#one #two #three #four #five"
    )
    {
        Adjustable = true,
    };

    public static readonly DiagnosticCode Required = new(
        "GAL704",
        Severity.Warning,
        "House style: words that are missing",
        "A rule with `extends: required` in styles/ asks for one of its tokens in each text of its scope, such as a "
            + "disclaimer. The rule gives the message and the level.",
        "Our fund grew by 8 %.   # with the token: Capital at risk",
        "Our fund grew by 8 %. Capital at risk."
    )
    {
        Adjustable = true,
    };

    public static readonly DiagnosticCode NotUsed = new(
        "GAL705",
        Severity.Warning,
        "A style rule that is not used",
        "A file in styles/, or a part of it, can't be used, so nothing is checked for it. All other rules are used. "
            + "Galley knows existence, substitution, occurrence and required, and patterns that are read in linear time: "
            + "none that look ahead or behind, or refer back.",
        "extends: spelling",
        "extends: existence"
    )
    {
        Adjustable = true,
    };
}
