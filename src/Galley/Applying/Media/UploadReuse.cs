using Galley.Ledger;
using Galley.Ledger.Events;
using NodaTime;

namespace Galley.Applying.Media;

/// <summary>
/// Whether an earlier upload still serves. One that a live object shows is kept by LeadPanther; any other may have been
/// cleared away, so a day later it is made again.
/// </summary>
internal static class UploadReuse
{
    private static readonly Duration KeptUnused = Duration.FromHours(24);

    public static string? UrlOf(ClientLedger ledger, string sha256, Instant now) =>
        ledger.Uploads.GetValueOrDefault(sha256) is { } upload && (IsFresh(upload, now) || IsShown(ledger, upload))
            ? upload.PublicUrl
            : null;

    private static bool IsFresh(Uploaded upload, Instant now) =>
        upload.Stamp is { } stamp && now - stamp.At <= KeptUnused;

    private static bool IsShown(ClientLedger ledger, Uploaded upload) =>
        ledger.Objects.Values.Any(o =>
            o.State == ObjectState.Live
            && o.Baseline?.Wire?.Contains(upload.PublicUrl, StringComparison.Ordinal) == true
        );
}
