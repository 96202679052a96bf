using Galley.Api;
using Galley.Content;
using Galley.Diagnostics;
using Galley.LeadPanther.Calls;
using Galley.LeadPanther.Http;
using Galley.LeadPanther.Responses;
using Galley.LeadPanther.Routing;

namespace Galley.LeadPanther;

/// <summary>LeadPanther's API over HTTP, with one key.</summary>
public sealed class LeadPantherClient : ILeadPanther, IDisposable, IAsyncDisposable
{
    private readonly ApiTransport _transport;
    private readonly Routes _routes;
    private readonly CreateCalls _creates;
    private readonly ReadCalls _reads;
    private readonly PagedReads _pages;
    private readonly ListCalls _lists;
    private readonly ChangeCalls _changes;
    private readonly UploadCalls _uploads;

    private LeadPantherClient(ClientOptions options)
    {
        var retries = new RetryPolicy(options.TimeProvider);
        BaseUrl = options.ApiUrl.Value;
        _routes = new Routes(options.ApiUrl);
        _transport = new ApiTransport(options.ApiKey, options.Version);
        var sender = new SingleSend(_transport, options);
        _creates = new CreateCalls(sender);
        _changes = new ChangeCalls(sender);
        _reads = new ReadCalls(_transport, retries, options);
        _pages = new PagedReads(_reads);
        _lists = new ListCalls(_reads);
        _uploads = new UploadCalls(_transport, _reads, retries, options);
    }

    public string BaseUrl { get; }

    public static LeadPantherClient Create(ClientOptions options) => new(options);

    public Task<ApiMetadata> Metadata(CancellationToken cancellationToken) =>
        _reads.Get(
            ApiOperations.Metadata,
            _routes.Of(ApiOperations.Metadata),
            AccountResponses.Metadata,
            cancellationToken
        );

    public Task<Identity> Me(CancellationToken cancellationToken) =>
        _reads.Get(
            ApiOperations.Identity,
            _routes.Of(ApiOperations.Identity),
            AccountResponses.Identity,
            cancellationToken
        );

    public IAsyncEnumerable<ClientAccount> Clients(CancellationToken cancellationToken) =>
        _pages.All(ApiOperations.ListClients, _routes.Clients, AccountResponses.Client, cancellationToken);

    public Task<LiveList> List(Account account, Kind kind, CancellationToken cancellationToken) =>
        _lists.All(kind, offset => _routes.List(ApiOperations.List(kind), account, offset), cancellationToken);

    public Task<LiveObject?> Get(Account account, Kind kind, string id, CancellationToken cancellationToken) =>
        OrNull(
            _reads.Get(
                ApiOperations.Get(kind),
                _routes.Of(ApiOperations.Get(kind), account, id),
                answer => LiveResponses.Single(answer.Root, kind, id),
                cancellationToken
            )
        );

    public Task<CreateAnswer> Create(
        Account account,
        Kind kind,
        string wire,
        string requestId,
        CancellationToken cancellationToken
    ) =>
        _creates.Send(
            kind,
            new SingleRequest(HttpMethod.Post, _routes.Of(ApiOperations.Create(kind), account), wire, requestId),
            cancellationToken
        );

    public Task<ChangeAnswer> Change(
        Account account,
        Kind kind,
        string id,
        string wire,
        string requestId,
        CancellationToken cancellationToken
    ) =>
        _changes.Send(
            kind,
            id,
            new SingleRequest(HttpMethod.Patch, _routes.Of(ApiOperations.Update(kind), account, id), wire, requestId),
            cancellationToken
        );

    public Task<ChangeAnswer> Remove(
        Account account,
        Kind kind,
        string id,
        string requestId,
        CancellationToken cancellationToken
    ) =>
        _changes.Send(
            kind,
            id,
            new SingleRequest(HttpMethod.Delete, _routes.Of(ApiOperations.Remove(kind), account, id), null, requestId),
            cancellationToken
        );

    public Task<string> Upload(Account account, Upload upload, string requestId, CancellationToken cancellationToken) =>
        _uploads.Send(_routes.Of(ApiOperations.UploadUrl, account), upload, requestId, cancellationToken);

    public Task<PostEngagement?> Engagement(Account account, string postId, CancellationToken cancellationToken) =>
        OrNull(
            _reads.Get(
                ApiOperations.Engagement,
                _routes.Of(ApiOperations.Engagement, account, postId),
                MetricResponses.Engagement,
                cancellationToken
            )
        );

    public Task<LeadMagnetAnalytics?> Analytics(
        Account account,
        string leadMagnetId,
        CancellationToken cancellationToken
    ) =>
        OrNull(
            _reads.Get(
                ApiOperations.Analytics,
                _routes.Analytics(account, leadMagnetId),
                MetricResponses.Analytics,
                cancellationToken
            )
        );

    public IAsyncEnumerable<Lead> Leads(Account account, LeadFilter filter, CancellationToken cancellationToken) =>
        _pages
            .All(
                ApiOperations.ListLeads,
                offset => _routes.Leads(account, filter, offset),
                LeadResponses.Lead,
                cancellationToken,
                filter.Offset
            )
            .Take(filter.Limit ?? int.MaxValue);

    public IAsyncEnumerable<Activity> Activity(
        Account account,
        ActivityFilter filter,
        CancellationToken cancellationToken
    ) =>
        _pages
            .All(
                ApiOperations.ListActivity,
                offset => _routes.Activity(account, filter, offset),
                LeadResponses.Activity,
                cancellationToken,
                filter.Offset
            )
            .Take(filter.Limit ?? int.MaxValue);

    public void Dispose() => _transport.Dispose();

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private static async Task<T?> OrNull<T>(Task<T> read)
        where T : class
    {
        try
        {
            return await read;
        }
        catch (ApiException e) when (e.Status == 404)
        {
            return null;
        }
    }
}
