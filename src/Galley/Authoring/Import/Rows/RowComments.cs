using System.Collections.Immutable;
using System.Globalization;
using Galley.Authoring.Import.Columns;
using Galley.Content;
using Galley.Markdown;

namespace Galley.Authoring.Import.Rows;

/// <summary>A row's first comment, and the others of a sheet with several.</summary>
internal sealed record RowComments(string? First, ImmutableArray<Comment> Others)
{
    /// <returns>Null if a comment can't be used; <paramref name="why"/> then says so.</returns>
    public static RowComments? Read(ImportRow row, Limits limits, out string why)
    {
        var texts = row.Filled(Column.FirstComment).Select(cell => ExactText.Normal(cell.Text)).ToList();
        why = texts.Select(text => WhyNot(text, limits.CommentText)).OfType<string>().FirstOrDefault() ?? "";
        return why.Length > 0
            ? null
            : new RowComments(
                texts.FirstOrDefault(),
                [.. texts.Skip(1).Select((text, index) => new Comment(text, Post.FirstCommentMinutes * (index + 2)))]
            );
    }

    /// <summary>A post's follow-ups replace those of its client, so the client's reaction is kept.</summary>
    public Followups? Followups(Client client) =>
        Others.IsEmpty ? null : new Followups(client.Followups?.Reaction, Others);

    private static string? WhyNot(string text, int limit)
    {
        if (text.Length > limit)
        {
            return string.Create(
                CultureInfo.InvariantCulture,
                $"its first comment has {text.Length:N0} characters, and {limit:N0} are allowed"
            );
        }

        return LinkedInText.Render(text, TextFormat.Plain, PlaceholderValues.None).Problems is [var problem, ..]
            ? $"its first comment can't be used: {problem.Message}"
            : null;
    }
}
