using Galley.Diagnostics;

namespace Galley.Content;

/// <summary>A lead magnet as the author wrote it. Absent fields are null. Defaults come later.</summary>
public sealed record LeadMagnet : IContentObject
{
    public Kind Kind => Kind.LeadMagnet;
    public required ISourceMap SourceMap { get; init; }

    /// <summary>Unique among the client's lead magnets. Posts and the ledger use it.</summary>
    public required string Key { get; init; }

    public required string Keyword { get; init; }
    public required string ResourceName { get; init; }
    public string? Description { get; init; }
    public string? DeliveryMode { get; init; }

    /// <summary>As written, with its placeholders.</summary>
    public required string TextTemplate { get; init; }

    public string? NotConnectedReply { get; init; }
    public bool? ConfirmMissingMagnetUrl { get; init; }
    public bool? ConfirmLegacyPlaceholder { get; init; }
    public HostedPage? HostedPage { get; init; }
    public MovedFrom? MovedFrom { get; init; }

    /// <summary>The Markdown of the hosted page, sent as written, with LF line ends and without blank lines at both ends.</summary>
    public required string Body { get; init; }
}

public sealed record HostedPage(
    string? Title,
    string? Status,
    string? ExternalResourceUrl,
    string? CtaLabel,
    string? CtaUrl
);
