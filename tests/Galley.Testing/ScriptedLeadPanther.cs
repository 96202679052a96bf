using System.Collections.Immutable;
using Galley.Api;
using Galley.Content;
using Galley.Diagnostics;

namespace Galley.Testing;

/// <summary>A create as it reached the API.</summary>
/// <param name="Number">From 1, over all creates.</param>
public sealed record SentCreate(int Number, Kind Kind, Account Account, string Wire);

/// <summary>An API without a wire: it answers what the test says, and notes what was asked.</summary>
public sealed class ScriptedLeadPanther : ILeadPanther
{
    public const string Owner = "00000000-0000-4000-8000-00000000aaaa";

    private readonly Lock _lock = new();
    private readonly List<string> _calls = [];
    private readonly List<SentCreate> _creates = [];
    private int _inFlight;
    private int _uploads;

    public string BaseUrl => "http://127.0.0.1:8080/api/v1";

    public Identity Identity { get; set; } =
        new(new AccountOwner(Owner, "An Owner", "An Agency", "active"), "agency", ["*"], Owner);

    public List<ClientAccount> Accounts { get; } = [];

    public Func<Identity> OnMe { get; set; }

    public Func<SentCreate, Task<CreateAnswer>> OnCreate { get; set; } = create => Task.FromResult(Created(create));

    public Func<Upload, CancellationToken, Task> OnUpload { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>By the post's id; null is 404.</summary>
    public Func<string, PostEngagement?> OnEngagement { get; set; } = _ => null;

    /// <summary>By the lead magnet's id; null is 404.</summary>
    public Func<string, LeadMagnetAnalytics?> OnAnalytics { get; set; } = _ => null;

    public List<Lead> KnownLeads { get; } = [];

    public List<Activity> KnownActivity { get; } = [];

    public ScriptedLeadPanther() => OnMe = () => Identity;

    public static CreateAnswer Created(SentCreate create) =>
        new CreateAnswer.Created($"00000000-0000-4000-8000-{create.Number:000000000000}", $"req_{create.Number}");

    /// <summary>Every call in order: <c>me</c>, <c>clients</c>, <c>upload NAME</c>, <c>lead-magnet</c>, <c>post</c>, <c>engagement ID</c>, <c>analytics ID</c>.</summary>
    public IReadOnlyList<string> Calls
    {
        get
        {
            lock (_lock)
            {
                return [.. _calls];
            }
        }
    }

    public IReadOnlyList<SentCreate> Creates
    {
        get
        {
            lock (_lock)
            {
                return [.. _creates];
            }
        }
    }

    public int MostInFlight { get; private set; }

    public void Grant(string account, string status = "active", params ImmutableArray<string> permissions) =>
        Accounts.Add(
            new ClientAccount(
                account,
                "A Client",
                null,
                "active",
                new Grant("grant", null, status, permissions is [] ? ["*"] : permissions)
            )
        );

    public Task<Identity> Me(CancellationToken cancellationToken)
    {
        Note("me");
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(OnMe());
    }

    public IAsyncEnumerable<ClientAccount> Clients(CancellationToken cancellationToken)
    {
        Note("clients");
        return Accounts.ToAsyncEnumerable();
    }

    public Task<CreateAnswer> CreateLeadMagnet(Account account, string wire, CancellationToken cancellationToken) =>
        Create(Kind.LeadMagnet, account, wire);

    public Task<CreateAnswer> CreatePost(Account account, string wire, CancellationToken cancellationToken) =>
        Create(Kind.Post, account, wire);

    public async Task<string> Upload(Account account, Upload upload, CancellationToken cancellationToken)
    {
        Note($"upload {upload.FileName}");
        await OnUpload(upload, cancellationToken);
        return $"https://cdn.example.com/{Interlocked.Increment(ref _uploads)}/{upload.FileName}";
    }

    public Task<PostEngagement?> Engagement(Account account, string postId, CancellationToken cancellationToken)
    {
        Note($"engagement {postId}");
        return Task.FromResult(OnEngagement(postId));
    }

    public Task<LeadMagnetAnalytics?> Analytics(
        Account account,
        string leadMagnetId,
        CancellationToken cancellationToken
    )
    {
        Note($"analytics {leadMagnetId}");
        return Task.FromResult(OnAnalytics(leadMagnetId));
    }

    public IAsyncEnumerable<Lead> Leads(Account account, LeadFilter filter, CancellationToken cancellationToken) =>
        KnownLeads.ToAsyncEnumerable();

    public IAsyncEnumerable<Activity> Activity(
        Account account,
        ActivityFilter filter,
        CancellationToken cancellationToken
    ) => KnownActivity.ToAsyncEnumerable();

    private async Task<CreateAnswer> Create(Kind kind, Account account, string wire)
    {
        SentCreate create;
        lock (_lock)
        {
            create = new SentCreate(_creates.Count + 1, kind, account, wire);
            _creates.Add(create);
            _calls.Add(KindName.For(kind));
            MostInFlight = Math.Max(MostInFlight, ++_inFlight);
        }

        try
        {
            return await OnCreate(create);
        }
        finally
        {
            lock (_lock)
            {
                _inFlight--;
            }
        }
    }

    private void Note(string call)
    {
        lock (_lock)
        {
            _calls.Add(call);
        }
    }
}
