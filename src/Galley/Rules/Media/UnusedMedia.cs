using Galley.Content;
using Galley.Diagnostics;
using Galley.Diagnostics.Codes;

namespace Galley.Rules.Media;

internal sealed class UnusedMedia : IRule
{
    public IEnumerable<Problem> Check(RuleContext context)
    {
        // A post that could not be read can use any of them.
        if (context.Content.Unread.Any(file => file.Kind == Kind.Post))
        {
            return [];
        }

        var used = context
            .Content.Posts.SelectMany(post => post.Images.Select(image => image.File).Append(post.Document?.File))
            .Append(context.Content.Client?.Avatar?.File)
            .OfType<MediaFile>()
            .Select(file => file.Path)
            .ToHashSet(StringComparer.Ordinal);
        return from file in context.Content.Media
            where !used.Contains(file.Path)
            select new Problem(
                MediaCodes.NeverUsed,
                file.Path,
                Position.Start,
                $"No post uses \"{file.FileName}\".",
                "Use it in a post, or delete it."
            )
            {
                Client = context.Content.Slug,
            };
    }
}
