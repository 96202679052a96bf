using Galley.Content;

namespace Galley.Payloads;

/// <summary>The payload of any of a client's files, by its kind.</summary>
public static class ObjectPayload
{
    /// <param name="content">The file's client, which could be read, with the lead magnets that its posts offer.</param>
    public static Payload For(IContentObject file, ClientContent content, References references) =>
        file switch
        {
            LeadMagnet magnet => LeadMagnetPayload.For(magnet),
            Post post => PostPayload.For(post, content.Client!, content.LeadMagnetOf(post), references),
            _ => throw new ArgumentOutOfRangeException(nameof(file), file.Kind, null),
        };
}
