using System.Collections.Immutable;
using Galley.Api;
using Galley.Content;
using Galley.Diagnostics;

namespace Galley.Testing;

/// <summary>An API without a wire: it holds objects, answers what the test says, and notes what was asked.</summary>
public sealed class ScriptedLeadPanther : ILeadPanther
{
    public const string Owner = "00000000-0000-4000-8000-00000000aaaa";

    private readonly Lock _lock = new();
    private readonly List<string> _calls = [];
    private readonly List<SentCreate> _creates = [];
    private readonly List<SentChange> _changes = [];
    private int _inFlight;
    private int _uploads;

    public string BaseUrl => "http://127.0.0.1:8080/api/v1";

    public Identity Identity { get; set; } =
        new(new AccountOwner(Owner, "An Owner", "An Agency", "active"), "agency", ["*"], Owner);

    public List<ClientAccount> Accounts { get; } = [];

    public Func<Identity> OnMe { get; set; }

    public Func<SentCreate, Task<CreateAnswer>> OnCreate { get; set; } = create => Task.FromResult(Created(create));

    /// <summary>
    /// A change (with a wire) or a removal (without one). By default <see cref="Carry"/>, which a test's own answer may call to have
    /// the change happen all the same.
    /// </summary>
    public Func<SentChange, Task<ChangeAnswer>> OnChange { get; set; }

    /// <summary>By account and kind. By default all that <see cref="Objects"/> holds, as a whole list.</summary>
    public Func<string, Kind, LiveList> OnList { get; set; }

    /// <summary>By account, kind and id; null is 404. By default from <see cref="Objects"/>.</summary>
    public Func<string, Kind, string, LiveObject?> OnGet { get; set; }

    /// <summary>What the account holds. A create that is answered with an id adds its object.</summary>
    public ObjectsInMemory Objects { get; } = new();

    public Func<Upload, CancellationToken, Task> OnUpload { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>By the post's id; null is 404.</summary>
    public Func<string, PostEngagement?> OnEngagement { get; set; } = _ => null;

    /// <summary>By the lead magnet's id; null is 404.</summary>
    public Func<string, LeadMagnetAnalytics?> OnAnalytics { get; set; } = _ => null;

    public List<Lead> KnownLeads { get; } = [];

    public List<Activity> KnownActivity { get; } = [];

    public ScriptedLeadPanther()
    {
        OnMe = () => Identity;
        OnList = (account, kind) => new LiveList(Objects.All(account, kind), IsWhole: true, null);
        OnGet = Objects.Find;
        OnChange = change => Task.FromResult(Carry(change));
    }

    public static CreateAnswer Created(SentCreate create) =>
        new CreateAnswer.Created($"00000000-0000-4000-8000-{create.Number:000000000000}", $"req_{create.Number}");

    /// <summary>
    /// Every call in order: <c>me</c>, <c>clients</c>, <c>metadata</c>, <c>upload NAME</c>, <c>lead-magnet</c>,
    /// <c>post</c>, <c>list post</c>, <c>get post ID</c>, <c>change post ID</c>, <c>remove post ID</c>, <c>engagement ID</c>,
    /// <c>analytics ID</c>.
    /// </summary>
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

    public IReadOnlyList<SentChange> Changes
    {
        get
        {
            lock (_lock)
            {
                return [.. _changes];
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

    public Task<ApiMetadata> Metadata(CancellationToken cancellationToken)
    {
        Note("metadata");
        return Task.FromResult(new ApiMetadata("LeadPanther API", "v1"));
    }

    public Task<LiveList> List(Account account, Kind kind, CancellationToken cancellationToken)
    {
        Note($"list {ContentKind.For(kind).Name}");
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(OnList(account.Id, kind));
    }

    public Task<LiveObject?> Get(Account account, Kind kind, string id, CancellationToken cancellationToken)
    {
        Note($"get {ContentKind.For(kind).Name} {id}");
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(OnGet(account.Id, kind, id));
    }

    public async Task<CreateAnswer> Create(
        Account account,
        Kind kind,
        string wire,
        string requestId,
        CancellationToken cancellationToken
    )
    {
        SentCreate create;
        lock (_lock)
        {
            create = new SentCreate(_creates.Count + 1, kind, account, wire, requestId);
            _creates.Add(create);
            Begin(ContentKind.For(kind).Name);
        }

        return await Count(async () =>
        {
            var answer = await OnCreate(create);
            if (answer is CreateAnswer.Created created && Objects.Find(account.Id, kind, created.Id) is null)
            {
                Objects.Add(account.Id, kind, created.Id, wire);
            }

            return answer;
        });
    }

    public Task<ChangeAnswer> Change(
        Account account,
        Kind kind,
        string id,
        string wire,
        string requestId,
        CancellationToken cancellationToken
    ) => Change("change", number => new SentChange(number, kind, account, id, wire, requestId));

    public Task<ChangeAnswer> Remove(
        Account account,
        Kind kind,
        string id,
        string requestId,
        CancellationToken cancellationToken
    ) => Change("remove", number => new SentChange(number, kind, account, id, null, requestId));

    /// <summary>Changes or removes the object and answers as LeadPanther should.</summary>
    public ChangeAnswer Carry(SentChange change)
    {
        var (account, request) = (change.Account.Id, $"req_change_{change.Number}");
        var isDone = change.Wire is null
            ? Objects.Remove(account, change.Kind, change.Id)
            : Objects.Change(account, change.Kind, change.Id, change.Wire);
        return isDone
            ? new ChangeAnswer.Accepted(Objects.Find(account, change.Kind, change.Id), request)
            : new ChangeAnswer.NotOffered(404, "not found", request);
    }

    public async Task<string> Upload(
        Account account,
        Upload upload,
        string requestId,
        CancellationToken cancellationToken
    )
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

    private async Task<ChangeAnswer> Change(string verb, Func<int, SentChange> sent)
    {
        SentChange change;
        lock (_lock)
        {
            change = sent(_changes.Count + 1);
            _changes.Add(change);
            Begin($"{verb} {ContentKind.For(change.Kind).Name} {change.Id}");
        }

        return await Count(() => OnChange(change));
    }

    private void Begin(string call)
    {
        _calls.Add(call);
        MostInFlight = Math.Max(MostInFlight, ++_inFlight);
    }

    private async Task<T> Count<T>(Func<Task<T>> send)
    {
        try
        {
            return await send();
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
