using System.Text.Json.Serialization;

namespace Galley.Sandbox.State;

/// <summary>One line of the state file: exactly one of these is set.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record StateLine
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public StateHeader? Start { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SandboxPost? Post { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SandboxLeadMagnet? LeadMagnet { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SandboxMedium? Medium { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public StateBytes? Bytes { get; init; }
}

/// <summary>Written whenever the sandbox starts.</summary>
internal sealed record StateHeader(int Format, int Seed, int Port, int StoragePort);

/// <summary>The bytes that were put for a medium.</summary>
internal sealed record StateBytes(string Id, byte[] Content);
