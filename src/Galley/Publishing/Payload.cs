namespace Galley.Publishing;

/// <summary>What one create says. The ledger's <c>intended</c> keeps all of it.</summary>
/// <param name="Canonical">The author's own fields as RFC 8785 JSON; what "same or changed?" compares.</param>
/// <param name="Wire">The exact request body, or null while an id or URL that it needs does not exist yet.</param>
/// <param name="Sha256">Of <paramref name="Canonical"/>, lower-case hex: <c>payload_sha256</c>.</param>
/// <param name="Code">The first 20 bits of it as four Crockford base32 letters: what people compare and approve.</param>
public sealed record Payload(string Canonical, string? Wire, string Sha256, string Code);
