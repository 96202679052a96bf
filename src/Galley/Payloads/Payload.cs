using System.Text.Json.Nodes;

namespace Galley.Payloads;

/// <summary>What one create says. The ledger's <c>intended</c> keeps all of it.</summary>
/// <param name="Canonical">The author's own fields as RFC 8785 JSON; what "same or changed?" compares.</param>
/// <param name="Wire">The exact request body, or null while an id or URL that it needs does not exist yet.</param>
/// <param name="Sha256">Of <paramref name="Canonical"/>, lower-case hex: <c>payload_sha256</c>.</param>
/// <param name="Code">The first 20 bits of it as four Crockford base32 letters: what people compare and approve.</param>
public sealed record Payload(string Canonical, string? Wire, string Sha256, string Code)
{
    internal static Payload From(JsonObject authored, JsonObject? wire)
    {
        var canonical = CanonicalJson.Write(authored);
        var sha256 = PayloadCode.Sha256Of(canonical);
        return new Payload(canonical, wire is null ? null : WireJson.Write(wire), sha256, PayloadCode.From(sha256));
    }

    /// <summary>What an approval takes: 60 bits of <see cref="Sha256"/>.</summary>
    public string ApprovalCode => PayloadCode.ForApproval(Sha256);

    /// <summary>
    /// The rule of sameness: the author's fields or the body sent are equal. So neither a new default of Galley's nor a
    /// better renderer ever makes what is live look changed.
    /// </summary>
    public bool SaysTheSameAs(Payload other) =>
        Canonical == other.Canonical || (Wire is not null && Wire == other.Wire);
}
