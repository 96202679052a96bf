using Galley.Api;
using Galley.Content;

namespace Galley.EndToEnd.Tests.Chaos;

/// <param name="unclear">Told of each create whose answer left it in doubt.</param>
internal sealed class CrashingLeadPanther(ILeadPanther inner, CrashTrigger trigger, Action unclear) : ILeadPanther
{
    public string BaseUrl => inner.BaseUrl;

    public Task<Identity> Me(CancellationToken cancellationToken) => trigger.Through(() => inner.Me(cancellationToken));

    public IAsyncEnumerable<ClientAccount> Clients(CancellationToken cancellationToken) =>
        inner.Clients(cancellationToken);

    public Task<CreateAnswer> CreateLeadMagnet(Account account, string wire, CancellationToken cancellationToken) =>
        Create(() => inner.CreateLeadMagnet(account, wire, cancellationToken));

    public Task<CreateAnswer> CreatePost(Account account, string wire, CancellationToken cancellationToken) =>
        Create(() => inner.CreatePost(account, wire, cancellationToken));

    public Task<string> Upload(Account account, Upload upload, CancellationToken cancellationToken) =>
        trigger.Through(() => inner.Upload(account, upload, cancellationToken));

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

    private async Task<CreateAnswer> Create(Func<Task<CreateAnswer>> send)
    {
        var answer = await trigger.Through(send);
        if (answer is CreateAnswer.Unclear)
        {
            unclear();
        }

        return answer;
    }
}
