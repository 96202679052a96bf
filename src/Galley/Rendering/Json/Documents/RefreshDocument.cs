using Galley.Diagnostics;
using Galley.Planning;
using NodaTime;

namespace Galley.Rendering.Json.Documents;

/// <summary>A refresh for programs.</summary>
internal sealed record RefreshDocument(
    Instant Now,
    IEnumerable<ReadDocument> Read,
    IEnumerable<NeedDocument> NeedsPerson,
    IEnumerable<string> Failed
);

internal sealed record ReadDocument(string Client, Kind Kind, string Key, string? Id, bool Found, string? PublishedUrl);

internal sealed record NeedDocument(
    string Client,
    Kind Kind,
    string Key,
    ActionType Action,
    string? Detail,
    string? Next
);
