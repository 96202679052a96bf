using System.Text.Json.Serialization;

namespace Galley.Sandbox.State;

/// <summary>One line of the state file: exactly one of these is set.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record JournalLine
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public JournalStart? Start { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SandboxPost? Post { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SandboxLeadMagnet? LeadMagnet { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SandboxMedium? Medium { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public JournalBytes? Bytes { get; init; }
}

/// <summary>Written whenever the sandbox starts.</summary>
internal sealed record JournalStart(int Format, int Seed, int Port, int StoragePort);

/// <summary>The bytes that were put for a medium.</summary>
internal sealed record JournalBytes(string Id, byte[] Content);
