using Galley.Content;
using Galley.Payloads;
using Galley.Planning;

namespace Galley.Rendering.Comments;

/// <summary>The proofs of all that is planned, made when asked for: a comment shows a few of perhaps many thousand.</summary>
/// <param name="contentOf">A client's content by slug; null for one that is not there.</param>
public sealed class ObjectTexts(Func<string, ClientContent?> contentOf)
{
    private readonly Dictionary<string, ClientContent?> _contents = [];

    /// <summary>Reads the files of a client whose content was released again, when it is first asked for.</summary>
    public static ObjectTexts For(IEnumerable<PlannedClient> clients, Repository repository)
    {
        var contents = clients.ToDictionary(
            client => client.Content.Slug,
            client => client.IsReleased ? null : client.Content
        );
        return new ObjectTexts(slug =>
            contents.TryGetValue(slug, out var content) ? content ?? repository.Read(slug) : null
        );
    }

    /// <summary>Reads each client's files when it is first asked for.</summary>
    public static ObjectTexts Of(Repository repository) =>
        new(slug => repository.Slugs.Contains(slug) ? repository.Read(slug) : null);

    /// <summary>Null when its file is gone, or is not among these clients.</summary>
    public ObjectText? For(string slug, PlanAction action)
    {
        if (!_contents.TryGetValue(slug, out var content))
        {
            _contents[slug] = content = contentOf(slug);
        }

        if (content?.Client is null)
        {
            return null;
        }

        return content.Find(action.Kind, action.Key) switch
        {
            Post post => For(post, content),
            LeadMagnet magnet => new ObjectText(magnet.TextTemplate, magnet.Keyword, [], [])
            {
                Title = magnet.ResourceName,
            },
            _ => null,
        };
    }

    private static ObjectText For(Post post, ClientContent content)
    {
        var magnet = content.LeadMagnetOf(post);
        var text = new PostText(post, content.Client!, magnet);
        return new ObjectText(text.Rendered, magnet?.Keyword, [.. Media(post)], [.. FollowupSteps.Of(text.Followups)]);
    }

    private static IEnumerable<ObjectMedium> Media(Post post)
    {
        foreach (var image in post.Images)
        {
            yield return image.File is { } file
                ? new ObjectMedium(file.FileName, file.Path, IsPicture: true)
                : new ObjectMedium(image.Url ?? "");
        }

        if (post.Document is { } document)
        {
            yield return document.File is { } file
                ? new ObjectMedium(file.FileName, file.Path)
                : new ObjectMedium(document.Url ?? "");
        }
    }
}
