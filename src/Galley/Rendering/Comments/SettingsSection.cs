using System.Text;

namespace Galley.Rendering.Comments;

/// <summary>
/// Which settings a pull request changes, field by field, and what each does: they can change what happens to every
/// post.
/// </summary>
internal static class SettingsSection
{
    private const int MostListed = 20;

    public static void Write(StringBuilder text, CommentInput input, PlanDetail detail)
    {
        if (input.Settings.IsEmpty)
        {
            return;
        }

        text.Append("\n> [!WARNING]\n> **This pull request changes settings.**\n>\n");
        var rows = Math.Min(detail.Rows, MostListed);
        foreach (var change in input.Settings.Take(rows))
        {
            text.Append("> - ").Append(SafeMarkdown.Inline(change.Path)).Append(": ");
            if (change.Field is { } field)
            {
                text.Append("**").Append(SafeMarkdown.Inline(field, 80)).Append("** ");
                text.Append(Value(change.Before)).Append(" → ").Append(Value(change.After)).Append(". ");
            }

            text.Append(SafeMarkdown.Sentence(change.Effect)).Append('\n');
        }

        if (input.Settings.Length > rows)
        {
            text.Append("> - … and ").Append(input.Settings.Length - rows).Append(" more\n");
        }
    }

    private static string Value(string? value) =>
        value is null ? "(not set)" : SafeMarkdown.Code(Excerpt.Clip(value, 100));
}
