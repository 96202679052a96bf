namespace Galley.Payloads;

/// <summary>How a wire body learns the ids and URLs that LeadPanther gave. Each answers null while there is none yet.</summary>
/// <param name="LeadMagnetId">By the lead magnet's key.</param>
/// <param name="PublicUrl">By the media file's SHA-256.</param>
public sealed record References(Func<string, string?> LeadMagnetId, Func<string, string?> PublicUrl)
{
    public static readonly References None = new(_ => null, _ => null);
}
