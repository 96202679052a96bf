using System.Collections.Immutable;
using Galley.Api;
using Galley.Diagnostics;
using NodaTime;

namespace Galley.Live.Rebuilding;

/// <summary>How one client's files, and what its account shows, belong together.</summary>
/// <param name="WithoutFile">What LeadPanther has and no file says.</param>
public sealed record AccountPairing(
    ImmutableArray<PairedFile> Paired,
    ImmutableArray<UnclearFile> Unclear,
    ImmutableArray<UnpairedFile> WithoutTwin,
    ImmutableArray<LiveObject> WithoutFile
);

/// <param name="Path">From the content root.</param>
public sealed record PairedFile(Kind Kind, string Key, string Path, LiveObject There);

/// <summary>More than one object is like it, or another file is like the same object: a person must tell.</summary>
public sealed record UnclearFile(Kind Kind, string Key, string Path, ImmutableArray<LiveObject> There);

/// <param name="At">A scheduled post's time; null for a draft, which may never have left Git, and for a lead magnet.</param>
/// <param name="IsPast">Its time has come: it was published, or it never will be.</param>
public sealed record UnpairedFile(Kind Kind, string Key, string Path, Instant? At, bool IsPast)
{
    public bool IsDraft => ContentKind.For(Kind).GoesOut && At is null;
}
