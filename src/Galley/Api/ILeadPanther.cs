using Galley.Content;

namespace Galley.Api;

/// <summary>
/// The nine documented workflows of LeadPanther's API v1 and no other. Reads and uploads retry by themselves and throw
/// <see cref="ApiException"/> in the end; the two creates never retry and answer with a value, since what a failed create
/// means is the publisher's to say.
/// </summary>
public interface ILeadPanther
{
    /// <summary>Without a slash at its end.</summary>
    string BaseUrl { get; }

    /// <summary>§ Verify Identity.</summary>
    Task<Identity> Me(CancellationToken cancellationToken);

    /// <summary>§ List Clients, all pages.</summary>
    IAsyncEnumerable<ClientAccount> Clients(CancellationToken cancellationToken);

    /// <summary>§ Create Hosted Lead Magnet. <paramref name="wire"/> goes out as it stands.</summary>
    Task<CreateAnswer> CreateLeadMagnet(Account account, string wire, CancellationToken cancellationToken);

    /// <summary>§ Create or Schedule a Lead Magnet Post. <paramref name="wire"/> goes out as it stands.</summary>
    Task<CreateAnswer> CreatePost(Account account, string wire, CancellationToken cancellationToken);

    /// <summary>§ Create Media Upload URL, then the PUT to it; gives the public URL.</summary>
    Task<string> Upload(Account account, Upload upload, CancellationToken cancellationToken);

    /// <summary>§ Get Post Engagement. Null for 404.</summary>
    Task<PostEngagement?> Engagement(Account account, string postId, CancellationToken cancellationToken);

    /// <summary>§ Get Lead Magnet Analytics, without its recent captures. Null for 404.</summary>
    Task<LeadMagnetAnalytics?> Analytics(Account account, string leadMagnetId, CancellationToken cancellationToken);

    /// <summary>§ List Leads, all pages. Personal data.</summary>
    IAsyncEnumerable<Lead> Leads(Account account, LeadFilter filter, CancellationToken cancellationToken);

    /// <summary>§ List Activity, all pages. Personal data.</summary>
    IAsyncEnumerable<Activity> Activity(Account account, ActivityFilter filter, CancellationToken cancellationToken);
}
