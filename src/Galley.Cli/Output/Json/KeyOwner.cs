using System.Collections.Immutable;

namespace Galley.Cli.Output.Json;

/// <summary><c>whoami</c>.</summary>
/// <param name="KeyMode"><c>live</c>, <c>test</c> or <c>unknown</c>.</param>
internal sealed record KeyOwner(
    string Api,
    string UserId,
    string? FullName,
    string? BusinessName,
    string? AccountStatus,
    string ActorType,
    string SubjectUserId,
    ImmutableArray<string> Scopes,
    string KeyMode
);
