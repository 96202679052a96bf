using Galley.Content;
using Galley.Diagnostics;
using Galley.Diagnostics.Codes;

namespace Galley.Rules;

/// <summary>A file that moved away from a name whose file is still there. Two files that swap their names are fine.</summary>
internal sealed class MovedFromPresent : IRule
{
    public IEnumerable<Problem> Check(RuleContext context)
    {
        var unread = context.Content.Unread;
        var posts = context.Content.Posts.Select(post => new Named(
            Kind.Post,
            post.Key,
            post.MovedFrom,
            post.SourceMap
        ));
        var magnets = context.Content.LeadMagnets.Select(magnet => new Named(
            Kind.LeadMagnet,
            magnet.Key,
            magnet.MovedFrom,
            magnet.SourceMap
        ));
        return OfKind([.. posts], unread, context).Concat(OfKind([.. magnets], unread, context));
    }

    private static IEnumerable<Problem> OfKind(
        Named[] files,
        IReadOnlyCollection<UnreadableFile> unread,
        RuleContext context
    )
    {
        foreach (var file in files)
        {
            if (
                file.MovedFrom?.Key is { } old
                && PathOf(old, file.Kind, files, unread) is { } path
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
    private static string? PathOf(string key, Kind kind, Named[] files, IEnumerable<UnreadableFile> unread) =>
        Array.Find(files, file => file.Key == key) is { } present
            ? present.MovedFrom?.Key is null
                ? present.SourceMap.Path
                : null
            : unread.FirstOrDefault(file => file.Kind == kind && file.Key == key)?.Path;

    private sealed record Named(Kind Kind, string Key, MovedFrom? MovedFrom, ISourceMap SourceMap);
}
