using Galley.Content;
using Galley.Diagnostics;
using Galley.Diagnostics.Codes;

namespace Galley.Rules;

/// <summary>A file that moved away from a name whose file is still there. Two files that swap their names are fine.</summary>
internal sealed class MovedFromPresent : IRule
{
    public IEnumerable<Problem> Check(RuleContext context)
    {
        foreach (var file in context.Content.Objects)
        {
            if (
                file.MovedFrom?.Key is { } old
                && PathOf(context.Content, file.Kind, old) is { } path
                && path != file.SourceMap.Path
            )
            {
                yield return new Problem(
                    ReadingCodes.MovedFromPresent,
                    file.SourceMap.Path,
                    file.SourceMap.At("moved_from"),
                    $"`moved_from: {old}` says that this file was {path}, but that file is still there.",
                    $"Delete {path}, or write moved_from: none if this is another one."
                )
                {
                    Client = context.Content.Slug,
                    Subject = (file.Kind, file.Key),
                };
            }
        }
    }

    /// <summary>Null when nothing is there, or when it moved on to another name.</summary>
    private static string? PathOf(ClientContent content, Kind kind, string key) =>
        content.Find(kind, key) is { } present
            ? present.MovedFrom?.Key is null
                ? present.SourceMap.Path
                : null
            : content.Unread.FirstOrDefault(file => file.Kind == kind && file.Key == key)?.Path;
}
