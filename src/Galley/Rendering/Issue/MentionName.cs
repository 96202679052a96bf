using System.Text.RegularExpressions;

namespace Galley.Rendering.Issue;

/// <summary>Names that GitHub can mention: a person's, or <c>organisation/team</c>.</summary>
internal static partial class MentionName
{
    /// <summary>GitHub notifies no more of one comment.</summary>
    public const int Most = 50;

    public static bool IsOne(string name) => Form().IsMatch(name);

    [GeneratedRegex(
        @"\A[A-Za-z0-9][A-Za-z0-9_-]{0,38}(/[A-Za-z0-9][A-Za-z0-9_-]{0,99})?\z",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Form();
}
