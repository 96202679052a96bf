using System.Collections.Immutable;
using System.Text.Json;
using Galley.Sandbox.Accounts;
using Galley.Sandbox.Faults;
using Galley.Sandbox.State;

namespace Galley.Sandbox.Requests;

/// <summary>One call that passed the check of key, scope and grant.</summary>
internal sealed record Call
{
    public required SandboxContext Sandbox { get; init; }

    /// <summary>Null only where none is needed.</summary>
    public SandboxKey? Key { get; init; }

    /// <summary>Whose account it acts on: the client's on a nested route, else the key owner's.</summary>
    public string UserId { get; init; } = "";

    /// <summary>As it was called.</summary>
    public string Path { get; init; } = "";

    /// <summary>Of the post or lead magnet in the path; empty where there is none.</summary>
    public string Id { get; init; } = "";

    public Query Query { get; init; } = Query.None;

    /// <summary>For creates and changes.</summary>
    public JsonElement Body { get; init; }

    public ImmutableArray<FaultRule> Faults { get; init; } = [];

    public SandboxState State => Sandbox.State;
    public DateTimeOffset Now => Sandbox.Now;
    public Reader Reader => new(Key!.Secret, Path);
}
