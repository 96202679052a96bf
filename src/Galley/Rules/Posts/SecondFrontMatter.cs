using System.Text.RegularExpressions;
using Galley.Content;
using Galley.Diagnostics;
using Galley.Diagnostics.Codes;

namespace Galley.Rules.Posts;

/// <summary>Settings at the start of a text or a page, where everybody could read them.</summary>
internal sealed partial class SecondFrontMatter : IRule
{
    private const string Message = "The text begins with a second front matter, which would be published.";

    private const string Help =
        "Move its fields into the first front matter (or the .yaml file), and delete it with the lines of dashes or pluses. "
        + "If the lines are meant for readers, begin the text with another line.";

    public IEnumerable<Problem> Check(RuleContext context) =>
        [
            .. from post in context.Content.Posts
            where IsFrontMatter(post.Body)
            select About(context.About(post, TextCodes.SecondFrontMatter, default, Message, Help), post.SourceMap),
            .. from leadMagnet in context.Content.LeadMagnets
            where IsFrontMatter(leadMagnet.Body)
            select About(
                context.About(leadMagnet, TextCodes.SecondFrontMatter, default, Message, Help),
                leadMagnet.SourceMap
            ),
        ];

    private static Problem About(Problem problem, ISourceMap sourceMap) =>
        problem with
        {
            At = sourceMap.BodyStart,
            Path = sourceMap.BodyPath,
        };

    private static bool IsFrontMatter(string body) =>
        body.AsSpan().TrimStart() is var text
        && (
            text.StartsWith("---") && (Closed.IsMatch(body) || Open.IsMatch(body))
            || text.StartsWith("+++") && Toml.IsMatch(body)
        );

    /// <summary>
    /// Lines with lower-case names of fields between two lines of dashes; entries of lists, comments and blank lines may stand
    /// among them.
    /// </summary>
    [GeneratedRegex(
        @"^\s*---[ \t]*\n(?:[ \t]*(?:\#[^\n]*)?\n)*[a-z][a-z0-9_-]{0,40}:(?:[ \t][^\n]*)?\n"
            + @"(?>(?:(?:[a-z][a-z0-9_-]{0,40}:(?:[ \t][^\n]*)?|[ \t][^\n]*|-[ \t][^\n]*|\#[^\n]*)?\n)*)(?:---|\.\.\.)[ \t]*(?:\n|$)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Closed { get; }

    /// <summary>The same as TOML between two lines of pluses, as Hugo and Zola write it.</summary>
    [GeneratedRegex(
        @"^\s*\+\+\+[ \t]*\n(?:[ \t]*(?:\#[^\n]*)?\n)*[A-Za-z0-9_-]{1,40}[ \t]*=[^\n]*\n"
            + @"(?>(?:(?:[A-Za-z0-9_.-]{1,40}[ \t]*=[^\n]*|\[[^\n]*|[ \t][^\n]*|\#[^\n]*)?\n)*)\+\+\+[ \t]*(?:\n|$)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Toml { get; }

    /// <summary>Without the second line of dashes, where a field is surely one of ours.</summary>
    [GeneratedRegex(
        @"^\s*---[ \t]*\n(?:status:[ \t]*(?:draft|scheduled|published)|scheduled_at:|lead_magnet:|keyword:|resource_name:|text_template:)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Open { get; }
}
