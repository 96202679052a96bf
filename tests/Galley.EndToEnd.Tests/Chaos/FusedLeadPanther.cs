using Galley.Content;
using Galley.Publishing.Api;

namespace Galley.EndToEnd.Tests.Chaos;

/// <param name="unclear">Told of each create whose answer left it in doubt.</param>
internal sealed class FusedLeadPanther(ILeadPanther inner, Fuse fuse, Action unclear) : ILeadPanther
{
    public string BaseUrl => inner.BaseUrl;

    public Task<Identity> Me(CancellationToken cancel) => fuse.Through(() => inner.Me(cancel));

    public IAsyncEnumerable<ClientAccount> Clients(CancellationToken cancel) => inner.Clients(cancel);

    public Task<CreateAnswer> CreateLeadMagnet(Account account, string wire, CancellationToken cancel) =>
        Create(() => inner.CreateLeadMagnet(account, wire, cancel));

    public Task<CreateAnswer> CreatePost(Account account, string wire, CancellationToken cancel) =>
        Create(() => inner.CreatePost(account, wire, cancel));

    public Task<string> Upload(Account account, Upload upload, CancellationToken cancel) =>
        fuse.Through(() => inner.Upload(account, upload, cancel));

    public Task<PostEngagement?> Engagement(Account account, string postId, CancellationToken cancel) => inner.Engagement(account, postId, cancel);

    public Task<LeadMagnetAnalytics?> Analytics(Account account, string leadMagnetId, CancellationToken cancel) =>
        inner.Analytics(account, leadMagnetId, cancel);

    public IAsyncEnumerable<Lead> Leads(Account account, LeadFilter filter, CancellationToken cancel) => inner.Leads(account, filter, cancel);

    public IAsyncEnumerable<Activity> Activity(Account account, ActivityFilter filter, CancellationToken cancel) =>
        inner.Activity(account, filter, cancel);

    private async Task<CreateAnswer> Create(Func<Task<CreateAnswer>> send)
    {
        var answer = await fuse.Through(send);
        if (answer is CreateAnswer.Unclear) unclear();
        return answer;
    }
}
