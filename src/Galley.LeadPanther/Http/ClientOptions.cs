using Galley.LeadPanther.Keys;
using Galley.LeadPanther.Routing;

namespace Galley.LeadPanther.Http;

public sealed record ClientOptions
{
    public required ApiUrl ApiUrl { get; init; }
    public required ApiKey ApiKey { get; init; }
    public required TimeProvider TimeProvider { get; init; }

    /// <summary>Galley's own, for <c>User-Agent: galley/…</c>.</summary>
    public required string Version { get; init; }

    /// <summary>From the first attempt to connect to the last byte of the answer.</summary>
    public TimeSpan CreateTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Of each try of a read.</summary>
    public TimeSpan ReadTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Of each try to put a file into storage.</summary>
    public TimeSpan UploadTimeout { get; init; } = TimeSpan.FromMinutes(5);
}
