using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Galley.Sandbox.Accounts;

namespace Galley.Sandbox.State;

/// <summary>All that this LeadPanther holds. Thread-safe.</summary>
internal sealed class SandboxState : IDisposable
{
    const int Format = 1;

    readonly Lock gate = new();
    readonly Journal? journal;
    readonly Shelf<SandboxPost> posts = new();
    readonly Shelf<SandboxLeadMagnet> leadMagnets = new();
    readonly Shelf<SandboxMedium> media = new();
    readonly int starts;
    int stored;
    int requests;

    public SandboxState(SandboxOptions options)
    {
        Seed = options.Seed;
        foreach (var account in options.Accounts.All) AddEarlier(account);
        if (options.StateFile is null) return;
        journal = Journal.Open(options.StateFile);
        foreach (var line in journal.Read())
        {
            Replay(line);
            if (line.Start is not null) starts++;
        }
    }

    public int Seed { get; private set; }

    /// <summary>Where the sandbox listened when it last ran; 0 when never.</summary>
    public int Port { get; private set; }

    public int StoragePort { get; private set; }

    public ImmutableArray<SandboxPost> Posts => Locked(() => posts.All);
    public ImmutableArray<SandboxLeadMagnet> LeadMagnets => Locked(() => leadMagnets.All);
    public ImmutableArray<SandboxMedium> Media => Locked(() => media.All);

    public ImmutableArray<SandboxPost> PostsOf(string userId) => Locked(() => posts.Of(userId));

    public SandboxPost? Post(string userId, string id) => Locked(() => Own(posts.Find(id), userId));
    public SandboxLeadMagnet? LeadMagnet(string userId, string id) => Locked(() => Own(leadMagnets.Find(id), userId));
    public SandboxMedium? Medium(string id) => Locked(() => media.Find(id));

    public void Started(int port, int storagePort) =>
        Write(() => new JournalLine { Start = new JournalStart(Format, Seed, port, storagePort) });

    public SandboxPost AddPost(string userId, DateTimeOffset now, JsonElement body) =>
        Write(() => new JournalLine { Post = new SandboxPost(NextId("post"), userId, now, body) }).Post!;

    public SandboxLeadMagnet AddLeadMagnet(string userId, DateTimeOffset now, JsonElement body) => Write(() => new JournalLine
    {
        LeadMagnet = new SandboxLeadMagnet(
            NextId("lead-magnet"), userId, now, body.GetProperty("keyword").GetString()!, body.GetProperty("resource_name").GetString()!, body),
    }).LeadMagnet!;

    /// <param name="make">Makes the medium from its id.</param>
    public SandboxMedium AddMedium(Func<string, SandboxMedium> make) =>
        Write(() => new JournalLine { Medium = make(NextId("medium")) }).Medium!;

    public void PutBytes(string id, byte[] content) => Write(() => new JournalLine { Bytes = new JournalBytes(id, content) });

    public string NextRequestId() =>
        $"req_{Convert.ToHexStringLower(Hash($"request {starts} {Interlocked.Increment(ref requests)}").AsSpan(0, 12))}";

    /// <summary>The same words, the same UUID, for one seed.</summary>
    public string IdOf(string words)
    {
        var bytes = Hash(words).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString();
    }

    public void Dispose() => Locked(() =>
    {
        journal?.Dispose();
        return 0;
    });

    void AddEarlier(SandboxAccount account)
    {
        foreach (var earlier in account.LeadMagnets)
        {
            leadMagnets.Put(new SandboxLeadMagnet(
                earlier.Id, account.UserId, DateTimeOffset.UnixEpoch, earlier.Keyword, earlier.ResourceName, null));
        }
    }

    JournalLine Write(Func<JournalLine> make) => Locked(() =>
    {
        var line = make();
        journal?.Append(line);
        Replay(line);
        return line;
    });

    void Replay(JournalLine line)
    {
        if (line.Start is { } start) (Seed, Port, StoragePort) = (start.Seed, start.Port, start.StoragePort);
        if (line.Post is { } post) posts.Put(post);
        if (line.LeadMagnet is { } leadMagnet) leadMagnets.Put(leadMagnet);
        if (line.Medium is { } medium) media.Put(medium);
        if (line.Bytes is { } bytes && media.Find(bytes.Id) is { } target) media.Put(target with { Bytes = bytes.Content });
        if (line.Start is null) stored++;
    }

    string NextId(string kind) => IdOf($"{kind} {stored}");

    byte[] Hash(string words) => SHA256.HashData(Encoding.UTF8.GetBytes($"{Seed}\n{words}"));

    T Locked<T>(Func<T> read)
    {
        lock (gate) return read();
    }

    static T? Own<T>(T? item, string userId) where T : class, IStored => item?.UserId == userId ? item : null;
}
