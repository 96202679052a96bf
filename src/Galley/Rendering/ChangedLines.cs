using System.Collections.Immutable;
using Galley.Planning;

namespace Galley.Rendering;

/// <summary>One line of a field that changes.</summary>
/// <param name="Sign"><c>-</c> goes, <c>+</c> comes, <c>!</c> is what LeadPanther shows, a space stays.</param>
public readonly record struct ChangedLine(char Sign, string Text);

/// <summary>Some lines of a field under what they are, which is null where their signs say it.</summary>
public sealed record ChangedPart(string? Title, ImmutableArray<ChangedLine> Lines);

/// <summary>
/// A field's change as all outputs show it: the lines that differ, with one that stays on either side. Where somebody changed
/// the field in LeadPanther, what stands there is compared with the file, and so is what was sent where that is something else.
/// </summary>
public static class ChangedLines
{
    public static ImmutableArray<ChangedPart> For(FieldChange change, int longest = int.MaxValue) =>
        change switch
        {
            { IsDrift: false } => [new ChangedPart(null, Between('-', change.Before, change.After, longest))],
            _ when change.Before == change.After =>
            [
                new ChangedPart("! in LeadPanther, + sent and in the file", FromThere(change, longest)),
            ],
            _ =>
            [
                new ChangedPart("! in LeadPanther, + in the file", FromThere(change, longest)),
                new ChangedPart("- sent, + in the file", Between('-', change.Before, change.After, longest)),
            ],
        };

    private static ImmutableArray<ChangedLine> FromThere(FieldChange change, int longest) =>
        Between('!', change.There ?? "(nothing)", change.After, longest);

    private static ImmutableArray<ChangedLine> Between(char gone, string? before, string? after, int longest)
    {
        var (old, current) = (LinesOf(before, longest), LinesOf(after, longest));
        var same = Common(old, current, Math.Min(old.Count, current.Count));
        var sameEnd = Common(
            old.AsEnumerable().Reverse(),
            current.AsEnumerable().Reverse(),
            Math.Min(old.Count, current.Count) - same
        );
        return
        [
            .. Signed(' ', old.Take(same).TakeLast(1).Where(HasWords)),
            .. Signed(gone, old.Skip(same).SkipLast(sameEnd)),
            .. Signed('+', current.Skip(same).SkipLast(sameEnd)),
            .. Signed(' ', old.TakeLast(sameEnd).Take(1).Where(HasWords)),
        ];
    }

    private static int Common(IEnumerable<string> one, IEnumerable<string> other, int most) =>
        one.Zip(other).Take(most).TakeWhile(pair => pair.First == pair.Second).Count();

    private static bool HasWords(string line) => !string.IsNullOrWhiteSpace(line);

    private static IEnumerable<ChangedLine> Signed(char sign, IEnumerable<string> lines) =>
        lines.Select(line => new ChangedLine(sign, line));

    private static List<string> LinesOf(string? value, int longest) =>
        value is null ? [] : [.. VisibleText.Lines(Excerpt.Clip(value, longest))];
}
