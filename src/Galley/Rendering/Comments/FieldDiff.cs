using System.Text;
using Galley.Planning;

namespace Galley.Rendering.Comments;

/// <summary>One field's change as diffs in fences that nothing inside can close.</summary>
internal static class FieldDiff
{
    /// <param name="longest">UTF-16 units of each side that are shown.</param>
    public static string Write(FieldChange change, int longest)
    {
        var text = new StringBuilder();
        var field = SafeMarkdown.Inline(change.Field, 80);
        foreach (var part in ChangedLines.For(change, longest))
        {
            text.Append(field).Append(part.Title is null ? "" : $" ({part.Title})").Append(":\n\n");
            text.Append(
                SafeMarkdown.Fenced("diff", string.Join('\n', part.Lines.Select(line => $"{line.Sign} {line.Text}")))
            );
            if (part.Title is not null)
            {
                text.Append('\n');
            }
        }

        return text.ToString();
    }
}
