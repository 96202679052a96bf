using System.Collections.Immutable;
using Galley.Diagnostics;
using Galley.Diagnostics.Codes;

namespace Galley.Markdown;

/// <summary>Placeholders in texts that are not Markdown, or not read as such here.</summary>
public static class Placeholders
{
    /// <summary>Names that stand for something somewhere.</summary>
    public static ImmutableArray<string> Known { get; } =
    [.. PlaceholderSyntax.InPosts, .. PlaceholderSyntax.InLeadMagnets];

    /// <summary>
    /// The text with the values that are known in their places and <c>resource_link</c> in the API's spelling; whatever
    /// else looks like a placeholder stays as typed.
    /// </summary>
    public static string Resolve(string text, PlaceholderValues values) =>
        PlaceholderSyntax.Anywhere.Replace(text, match => PlaceholderSyntax.NameOf(match) switch
            {
                PlaceholderSyntax.ResourceLink => PlaceholderSyntax.ResourceLinkOnTheWire,
                var name => values.Find(name) ?? match.Value,
            });

    /// <summary>What is wrong with the placeholders of a lead magnet's message.</summary>
    public static ImmutableArray<TextProblem> CheckMessage(string text) =>
        [
            .. from match in PlaceholderSyntax.Anywhere.Matches(text)
            let name = PlaceholderSyntax.NameOf(match)
            where name != PlaceholderSyntax.ResourceLink
            select Unknown(
                LeadMagnetCodes.PlaceholderUnknown,
                match.Value,
                name,
                PlaceholderSyntax.InLeadMagnets,
                LineTable.PositionOf(text, match.Index)
            ),
        ];

    /// <summary>Whether a lead magnet's message brings the resource.</summary>
    public static bool HasResourceLink(string text) =>
        PlaceholderSyntax
            .Anywhere.Matches(text)
            .Any(match => PlaceholderSyntax.NameOf(match) == PlaceholderSyntax.ResourceLink);

    /// <summary>Known placeholders in a text where none is filled in.</summary>
    internal static IEnumerable<WrittenPlaceholder> KnownIn(string text) =>
        from match in PlaceholderSyntax.Anywhere.Matches(text)
        where Known.Contains(PlaceholderSyntax.NameOf(match))
        select new WrittenPlaceholder(match.Value, LineTable.PositionOf(text, match.Index));

    /// <summary>What is wrong with one placeholder of a post; null when it has a value.</summary>
    internal static TextProblem? CheckInPost(string written, string name, PlaceholderValues values, Position at)
    {
        if (values.Find(name) is not null)
        {
            return null;
        }

        if (!PlaceholderSyntax.InPosts.Contains(name))
        {
            return Unknown(TextCodes.PlaceholderUnknown, written, name, PlaceholderSyntax.InPosts, at);
        }

        return new TextProblem(
            TextCodes.PlaceholderWithoutValue,
            at,
            $"\"{written}\" has no value: the post has no lead magnet of this client.",
            "Set lead_magnet to the key of a lead magnet, or write the word itself."
        );
    }

    private static TextProblem Unknown(DiagnosticCode code, string written, string name, string[] known, Position at) =>
        new(
            code,
            at,
            $"\"{written}\" is an unknown placeholder.",
            Suggestion.DidYouMean(name, known)
                + $"Known here: {string.Join(", ", known.Select(word => $"<<{word}>>"))}."
                + Elsewhere(name, known)
        )
        {
            Fix = known.Where(word => Suggestion.Distance(name, word) <= 1).ToArray() is [var meant]
                ? new Fix(at, at with { Column = at.Column + written.Length }, $"<<{meant}>>")
                : null,
        };

    private static string Elsewhere(string name, string[] known) =>
        name == PlaceholderSyntax.ResourceLink && !known.Contains(name)
            ? " The link itself is sent by the lead magnet's text_template."
            : "";
}
