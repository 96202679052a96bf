using Galley.Api;
using Galley.Content;
using Galley.Diagnostics;

namespace Galley.EndToEnd.Tests.Chaos;

/// <param name="unclear">Told of each create whose answer left it in doubt.</param>
internal sealed class CrashingLeadPanther(ILeadPanther inner, CrashTrigger trigger, Action unclear) : ILeadPanther
{
    public string BaseUrl => inner.BaseUrl;

    public Task<Identity> Me(CancellationToken cancellationToken) => trigger.Through(() => inner.Me(cancellationToken));

    public IAsyncEnumerable<ClientAccount> Clients(CancellationToken cancellationToken) =>
        inner.Clients(cancellationToken);

    public Task<ApiMetadata> Metadata(CancellationToken cancellationToken) => inner.Metadata(cancellationToken);

    public Task<LiveList> List(Account account, Kind kind, CancellationToken cancellationToken) =>
        trigger.Through(() => inner.List(account, kind, cancellationToken));

    public Task<LiveObject?> Get(Account account, Kind kind, string id, CancellationToken cancellationToken) =>
        trigger.Through(() => inner.Get(account, kind, id, cancellationToken));

    public async Task<CreateAnswer> Create(
        Account account,
        Kind kind,
        string wire,
        string requestId,
        CancellationToken cancellationToken
    )
    {
        var answer = await trigger.Through(() => inner.Create(account, kind, wire, requestId, cancellationToken));
        if (answer is CreateAnswer.Unclear)
        {
            unclear();
        }

        return answer;
    }

    public Task<ChangeAnswer> Change(
        Account account,
        Kind kind,
        string id,
        string wire,
        string requestId,
        CancellationToken cancellationToken
    ) => trigger.Through(() => inner.Change(account, kind, id, wire, requestId, cancellationToken));

    public Task<ChangeAnswer> Remove(
        Account account,
        Kind kind,
        string id,
        string requestId,
        CancellationToken cancellationToken
    ) => trigger.Through(() => inner.Remove(account, kind, id, requestId, cancellationToken));

    public Task<string> Upload(Account account, Upload upload, string requestId, CancellationToken cancellationToken) =>
        trigger.Through(() => inner.Upload(account, upload, requestId, cancellationToken));

    public Task<PostEngagement?> Engagement(Account account, string postId, CancellationToken cancellationToken) =>
        inner.Engagement(account, postId, cancellationToken);

    public Task<LeadMagnetAnalytics?> Analytics(
        Account account,
        string leadMagnetId,
        CancellationToken cancellationToken
    ) => inner.Analytics(account, leadMagnetId, cancellationToken);

    public IAsyncEnumerable<Lead> Leads(Account account, LeadFilter filter, CancellationToken cancellationToken) =>
        inner.Leads(account, filter, cancellationToken);

    public IAsyncEnumerable<Activity> Activity(
        Account account,
        ActivityFilter filter,
        CancellationToken cancellationToken
    ) => inner.Activity(account, filter, cancellationToken);
}
