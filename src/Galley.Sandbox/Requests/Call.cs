using System.Text.Json;
using Galley.Sandbox.Accounts;
using Galley.Sandbox.State;

namespace Galley.Sandbox.Requests;

/// <summary>One call that passed the gate.</summary>
/// <param name="Key">Null only where none is needed.</param>
/// <param name="UserId">Whose account it acts on: the client's on a nested route, else the key owner's.</param>
/// <param name="Id">Of the post or lead magnet in the path; empty where there is none.</param>
/// <param name="Path">As it was called.</param>
/// <param name="Body">For creates and changes.</param>
internal sealed record Call(
    SandboxContext Sandbox,
    SandboxKey? Key,
    string UserId,
    string Path,
    string Id,
    Query Query,
    JsonElement Body
)
{
    public SandboxState State => Sandbox.State;
    public DateTimeOffset Now => Sandbox.Now;
    public Reader Reader => new(Key!.Secret, Path);
}
