using System.Text;
using Galley.Planning;

namespace Galley.Rendering.Comments;

/// <summary>One field's change as a diff in a fence that nothing inside can close.</summary>
internal static class FieldDiff
{
    /// <param name="longest">UTF-16 units of each side that are shown.</param>
    public static string Write(FieldChange change, int longest)
    {
        var (before, after) = (LinesOf(change.Before, longest), LinesOf(change.After, longest));
        var same = before.Zip(after).TakeWhile(pair => pair.First == pair.Second).Count();
        var rest = Math.Min(before.Count, after.Count) - same;
        var sameEnd = before
            .AsEnumerable()
            .Reverse()
            .Zip(after.AsEnumerable().Reverse())
            .Take(rest)
            .TakeWhile(pair => pair.First == pair.Second)
            .Count();

        var body = new StringBuilder();
        Append(body, ' ', before.Take(same).TakeLast(1));
        Append(body, '-', before.Skip(same).SkipLast(sameEnd));
        Append(body, '+', after.Skip(same).SkipLast(sameEnd));
        Append(body, ' ', before.TakeLast(sameEnd).Take(1));
        var fence = new string('`', Math.Max(3, SafeMarkdown.LongestRun(body.ToString(), '`') + 1));
        return $"{SafeMarkdown.Inline(change.Field, 80)}:\n\n{fence}diff\n{body}{fence}\n";
    }

    private static List<string> LinesOf(string? value, int longest) =>
        value is null ? [] : [.. SafeMarkdown.Lines(SafeMarkdown.Clipped(value, longest))];

    private static void Append(StringBuilder body, char sign, IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            body.Append(sign).Append(' ').Append(line).Append('\n');
        }
    }
}
