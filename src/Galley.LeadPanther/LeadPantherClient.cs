using Galley.Content;
using Galley.LeadPanther.Answers;
using Galley.LeadPanther.Calls;
using Galley.LeadPanther.Http;
using Galley.Publishing.Api;

namespace Galley.LeadPanther;

/// <summary>LeadPanther's API over HTTP, with one key.</summary>
public sealed class LeadPantherClient : ILeadPanther, IDisposable, IAsyncDisposable
{
    private readonly HttpDoor _door;
    private readonly Routes _routes;
    private readonly Creates _creates;
    private readonly Reads _reads;
    private readonly Pages _pages;
    private readonly Uploads _uploads;

    private LeadPantherClient(ClientOptions options)
    {
        var retries = new Retries(options.TimeProvider);
        BaseUrl = options.ApiUrl.Value;
        _routes = new Routes(options.ApiUrl);
        _door = new HttpDoor(options.ApiKey, options.Version);
        _creates = new Creates(_door, options);
        _reads = new Reads(_door, retries, options);
        _pages = new Pages(_reads);
        _uploads = new Uploads(_door, _reads, retries, options);
    }

    public string BaseUrl { get; }

    public static LeadPantherClient Create(ClientOptions options) => new(options);

    public Task<Identity> Me(CancellationToken cancel) =>
        _reads.Get(Operation.Identity, _routes.Me, (root, _) => AccountAnswers.Identity(root), cancel);

    public IAsyncEnumerable<ClientAccount> Clients(CancellationToken cancel) =>
        _pages.All(Operation.Clients, _routes.Clients, AccountAnswers.Client, cancel);

    public Task<CreateAnswer> CreateLeadMagnet(Account account, string wire, CancellationToken cancel) =>
        _creates.Send(_routes.LeadMagnets(account), wire, CreatedId.OfLeadMagnet, cancel);

    public Task<CreateAnswer> CreatePost(Account account, string wire, CancellationToken cancel) =>
        _creates.Send(_routes.Posts(account), wire, CreatedId.OfPost, cancel);

    public Task<string> Upload(Account account, Upload upload, CancellationToken cancel) =>
        _uploads.Send(_routes.UploadUrl(account), upload, cancel);

    public Task<PostEngagement?> Engagement(Account account, string postId, CancellationToken cancel) =>
        OrNull(_reads.Get(Operation.Engagement, _routes.Engagement(account, postId), (root, _) => MetricAnswers.Engagement(root), cancel));

    public Task<LeadMagnetAnalytics?> Analytics(Account account, string leadMagnetId, CancellationToken cancel) =>
        OrNull(_reads.Get(Operation.Analytics, _routes.Analytics(account, leadMagnetId), (root, _) => MetricAnswers.Analytics(root), cancel));

    public IAsyncEnumerable<Lead> Leads(Account account, LeadFilter filter, CancellationToken cancel) =>
        _pages.All(Operation.Leads, offset => _routes.Leads(account, filter, offset), PeopleAnswers.Lead, cancel, filter.Offset).Take(filter.Limit ?? int.MaxValue);

    public IAsyncEnumerable<Activity> Activity(Account account, ActivityFilter filter, CancellationToken cancel) =>
        _pages.All(Operation.Activity, offset => _routes.Activity(account, filter, offset), PeopleAnswers.Activity, cancel, filter.Offset).Take(filter.Limit ?? int.MaxValue);

    public void Dispose() => _door.Dispose();

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
