using System.Text.Json;

namespace Galley.Sandbox.State;

/// <summary>Who read an object where.</summary>
internal sealed record Reader(string Key, string Path);

/// <summary>What a single read showed.</summary>
/// <param name="ShowedConflict">Its state, or that of the account's posts, did not allow a removal.</param>
internal sealed record ObjectRead(string Id, JsonElement Fields, bool ShowedConflict, DateTimeOffset At);

/// <summary>The single reads that no change has followed yet. <see cref="SandboxState"/>'s lock guards it.</summary>
internal sealed class ReadLog
{
    /// <summary>What was read longer ago was not read right before the change.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(5);

    private readonly Dictionary<Reader, ObjectRead> _reads = [];

    public void Remember(Reader reader, ObjectRead read) => _reads[reader] = read;

    /// <summary>A read serves one change, whether that is accepted or not.</summary>
    public ObjectRead? Take(Reader reader, DateTimeOffset now) =>
        _reads.Remove(reader, out var read) && now - read.At <= Fresh ? read : null;

    /// <summary>After a change nobody has seen the object as it is now.</summary>
    public void Forget(string id)
    {
        foreach (var reader in _reads.Where(pair => pair.Value.Id == id).Select(pair => pair.Key).ToList())
        {
            _reads.Remove(reader);
        }
    }
}
