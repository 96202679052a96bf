using System.Globalization;
using Galley.Authoring.Import.Columns;
using Galley.Content;
using Galley.Content.Documents;

namespace Galley.Authoring.Import.Rows;

/// <summary>A row's text as the post will show it, with the links and hashtags of their own columns.</summary>
internal sealed record RowText(string Shown)
{
    /// <summary>What was added below the cell's own words.</summary>
    public IReadOnlyList<string> Added { get; private init; } = [];

    public IReadOnlyList<Finding> Findings { get; private init; } = [];

    public static RowText From(ImportRow row, Limits limits)
    {
        var linked = RowLinks.Append(row.Text, row.Filled(Column.Link), out var links, out var refused);
        var text = ExactText.Normal(HashTags.Append(linked, row.Filled(Column.Hashtags), out var tags));
        return new RowText(text)
        {
            Added = [.. Counted(links, "link"), .. Counted(tags, "hashtag")],
            Findings = [.. Check(text, refused, limits)],
        };
    }

    private static IEnumerable<string> Counted(int count, string word)
    {
        if (count > 0)
        {
            yield return $"{Plural.Format(count, word)} added below the text";
        }
    }

    private static IEnumerable<Finding> Check(string text, string? refusedLink, Limits limits)
    {
        if (text.Length > limits.PostText)
        {
            yield return Finding.LeaveOut(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"its text has {text.Length:N0} characters as LinkedIn counts, and {limits.PostText:N0} are allowed"
                )
            );
        }

        if (TextFile.HasInvisible(text))
        {
            yield return Finding.LeaveOut("its text contains an invisible control character. Type the text again");
        }

        if (refusedLink is not null)
        {
            yield return Finding.Draft(
                $"its link \"{Finding.Start(refusedLink)}\" is not a complete URL, so it is not used"
            );
        }
    }
}
