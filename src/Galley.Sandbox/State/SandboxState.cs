using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Galley.Sandbox.Accounts;

namespace Galley.Sandbox.State;

/// <summary>All that this LeadPanther holds. Thread-safe.</summary>
internal sealed class SandboxState : IDisposable
{
    private const int Format = 1;

    private readonly Lock _gate = new();
    private readonly StateFile? _file;
    private readonly ObjectStore<SandboxPost> _posts = new();
    private readonly ObjectStore<SandboxLeadMagnet> _leadMagnets = new();
    private readonly ObjectStore<SandboxMedium> _media = new();
    private readonly int _starts;
    private int _stored;
    private int _requests;

    /// <param name="stateFile">Null: all is forgotten when the sandbox stops.</param>
    public SandboxState(int seed, SandboxAccounts accounts, string? stateFile)
    {
        Seed = seed;
        foreach (var account in accounts.All)
        {
            AddEarlier(account);
        }

        if (stateFile is null)
        {
            return;
        }

        _file = StateFile.Open(stateFile);
        foreach (var line in _file.Read())
        {
            Replay(line);
            if (line.Start is not null)
            {
                _starts++;
            }
        }
    }

    public int Seed { get; private set; }

    /// <summary>Where the sandbox listened when it last ran; 0 when never.</summary>
    public int Port { get; private set; }

    public int StoragePort { get; private set; }

    public ImmutableArray<SandboxPost> Posts => Locked(() => _posts.All);
    public ImmutableArray<SandboxLeadMagnet> LeadMagnets => Locked(() => _leadMagnets.All);
    public ImmutableArray<SandboxMedium> Media => Locked(() => _media.All);

    public ImmutableArray<SandboxPost> DeletedPosts => Locked(() => _posts.Deleted);
    public ImmutableArray<SandboxLeadMagnet> ArchivedLeadMagnets => Locked(() => _leadMagnets.Deleted);

    public ImmutableArray<SandboxPost> PostsOf(string userId) => Locked(() => _posts.For(userId));

    public ImmutableArray<SandboxLeadMagnet> LeadMagnetsOf(string userId) => Locked(() => _leadMagnets.For(userId));

    public SandboxPost? Post(string userId, string id) => Locked(() => Own(_posts.Find(id), userId));

    public SandboxLeadMagnet? LeadMagnet(string userId, string id) => Locked(() => Own(_leadMagnets.Find(id), userId));

    public SandboxMedium? Medium(string id) => Locked(() => _media.Find(id));

    public void Started(int port, int storagePort) =>
        Write(() => new StateLine { Start = new StateHeader(Format, Seed, port, storagePort) });

    public SandboxPost AddPost(string userId, DateTimeOffset now, JsonElement body) =>
        Write(() => new StateLine { Post = new SandboxPost(NextId("post"), userId, now, body) }).Post!;

    /// <summary>Replaces the post of that id.</summary>
    public void Put(SandboxPost post) => Write(() => new StateLine { Post = post });

    /// <summary>Replaces the lead magnet of that id.</summary>
    public void Put(SandboxLeadMagnet leadMagnet) => Write(() => new StateLine { LeadMagnet = leadMagnet });

    public SandboxLeadMagnet AddLeadMagnet(string userId, DateTimeOffset now, JsonElement body) =>
        Write(() =>
            new StateLine
            {
                LeadMagnet = new SandboxLeadMagnet(
                    NextId("lead-magnet"),
                    userId,
                    now,
                    body.GetProperty("keyword").GetString()!,
                    body.GetProperty("resource_name").GetString()!,
                    body
                ),
            }
        ).LeadMagnet!;

    /// <param name="make">Makes the medium from its id.</param>
    public SandboxMedium AddMedium(Func<string, SandboxMedium> make) =>
        Write(() => new StateLine { Medium = make(NextId("medium")) }).Medium!;

    public void PutBytes(string id, byte[] content) =>
        Write(() => new StateLine { Bytes = new StateBytes(id, content) });

    /// <summary>Nobody else reads or writes in between.</summary>
    public T Atomically<T>(Func<T> work) => Locked(work);

    public string NextRequestId() =>
        $"req_{Convert.ToHexStringLower(Hash($"request {_starts} {Interlocked.Increment(ref _requests)}").AsSpan(0, 12))}";

    /// <summary>The same words, the same UUID, for one seed.</summary>
    public string IdOf(string words)
    {
        var bytes = Hash(words).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString();
    }

    public void Dispose() =>
        Locked(() =>
        {
            _file?.Dispose();
            return 0;
        });

    private void AddEarlier(SandboxAccount account)
    {
        foreach (var earlier in account.LeadMagnets)
        {
            _leadMagnets.Put(
                new SandboxLeadMagnet(
                    earlier.Id,
                    account.UserId,
                    DateTimeOffset.UnixEpoch,
                    earlier.Keyword,
                    earlier.ResourceName,
                    null
                )
            );
        }
    }

    private StateLine Write(Func<StateLine> make) =>
        Locked(() =>
        {
            var line = make();
            _file?.Append(line);
            Replay(line);
            return line;
        });

    private void Replay(StateLine line)
    {
        if (line.Start is { } start)
        {
            (Seed, Port, StoragePort) = (start.Seed, start.Port, start.StoragePort);
        }

        if (line.Post is { } post)
        {
            _posts.Put(post);
        }

        if (line.LeadMagnet is { } leadMagnet)
        {
            _leadMagnets.Put(leadMagnet);
        }

        if (line.Medium is { } medium)
        {
            _media.Put(medium);
        }

        if (line.Bytes is { } bytes && _media.Find(bytes.Id) is { } target)
        {
            _media.Put(target with { Bytes = bytes.Content });
        }

        if (line.Start is null)
        {
            _stored++;
        }
    }

    private string NextId(string kind) => IdOf($"{kind} {_stored}");

    private byte[] Hash(string words) => SHA256.HashData(Encoding.UTF8.GetBytes($"{Seed}\n{words}"));

    private T Locked<T>(Func<T> read)
    {
        lock (_gate)
        {
            return read();
        }
    }

    private static T? Own<T>(T? item, string userId)
        where T : class, IStored => item?.UserId == userId ? item : null;
}
