using Galley.Api;
using Galley.Content;
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
    private readonly UploadCalls _uploads;

    private LeadPantherClient(ClientOptions options)
    {
        var retries = new RetryPolicy(options.TimeProvider);
        BaseUrl = options.ApiUrl.Value;
        _routes = new Routes(options.ApiUrl);
        _transport = new ApiTransport(options.ApiKey, options.Version);
        _creates = new CreateCalls(_transport, options);
        _reads = new ReadCalls(_transport, retries, options);
        _pages = new PagedReads(_reads);
        _uploads = new UploadCalls(_transport, _reads, retries, options);
    }

    public string BaseUrl { get; }

    public static LeadPantherClient Create(ClientOptions options) => new(options);

    public Task<Identity> Me(CancellationToken cancellationToken) =>
        _reads.Get(Operation.Identity, _routes.Me, (root, _) => AccountResponses.Identity(root), cancellationToken);

    public IAsyncEnumerable<ClientAccount> Clients(CancellationToken cancellationToken) =>
        _pages.All(Operation.Clients, _routes.Clients, AccountResponses.Client, cancellationToken);

    public Task<CreateAnswer> CreateLeadMagnet(Account account, string wire, CancellationToken cancellationToken) =>
        _creates.Send(_routes.LeadMagnets(account), wire, CreatedId.OfLeadMagnet, cancellationToken);

    public Task<CreateAnswer> CreatePost(Account account, string wire, CancellationToken cancellationToken) =>
        _creates.Send(_routes.Posts(account), wire, CreatedId.OfPost, cancellationToken);

    public Task<string> Upload(Account account, Upload upload, CancellationToken cancellationToken) =>
        _uploads.Send(_routes.UploadUrl(account), upload, cancellationToken);

    public Task<PostEngagement?> Engagement(Account account, string postId, CancellationToken cancellationToken) =>
        OrNull(
            _reads.Get(
                Operation.Engagement,
                _routes.Engagement(account, postId),
                (root, _) => MetricResponses.Engagement(root),
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
                Operation.Analytics,
                _routes.Analytics(account, leadMagnetId),
                (root, _) => MetricResponses.Analytics(root),
                cancellationToken
            )
        );

    public IAsyncEnumerable<Lead> Leads(Account account, LeadFilter filter, CancellationToken cancellationToken) =>
        _pages
            .All(
                Operation.Leads,
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
                Operation.Activity,
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
