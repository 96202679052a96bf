using Galley.Content;
using Galley.Diagnostics;

namespace Galley.Api;

/// <summary>
/// LeadPanther's API v1: the operations of <see cref="ApiOperations"/> and no other. Reads and uploads retry by themselves and
/// throw <see cref="ApiException"/> in the end. Creates, changes and removals are sent once and answer with a value: what a
/// failed one means is the caller's to say. The caller gives each write its <c>X-Request-Id</c>.
/// </summary>
public interface ILeadPanther
{
    /// <summary>Without a slash at its end.</summary>
    string BaseUrl { get; }

    /// <summary>Needs no key.</summary>
    Task<ApiMetadata> Metadata(CancellationToken cancellationToken);

    /// <summary>§ Verify Identity.</summary>
    Task<Identity> Me(CancellationToken cancellationToken);

    /// <summary>§ List Clients, all pages.</summary>
    IAsyncEnumerable<ClientAccount> Clients(CancellationToken cancellationToken);

    /// <summary>
    /// All pages. Throws when the first page is refused (401, 403) or not offered (404, 405, 501); whatever else goes wrong makes
    /// a list that is not whole.
    /// </summary>
    Task<LiveList> List(Account account, Kind kind, CancellationToken cancellationToken);

    /// <summary>Null for 404.</summary>
    Task<LiveObject?> Get(Account account, Kind kind, string id, CancellationToken cancellationToken);

    /// <summary>§ Create Hosted Lead Magnet, § Create or Schedule a Lead Magnet Post.</summary>
    /// <param name="wire">Goes out as it stands.</param>
    Task<CreateAnswer> Create(
        Account account,
        Kind kind,
        string wire,
        string requestId,
        CancellationToken cancellationToken
    );

    /// <param name="wire">A JSON object with the top-level fields that change and no others. It goes out as it stands.</param>
    Task<ChangeAnswer> Change(
        Account account,
        Kind kind,
        string id,
        string wire,
        string requestId,
        CancellationToken cancellationToken
    );

    /// <summary>Deletes a post, archives a lead magnet.</summary>
    Task<ChangeAnswer> Remove(
        Account account,
        Kind kind,
        string id,
        string requestId,
        CancellationToken cancellationToken
    );

    /// <summary>§ Create Media Upload URL, then the PUT to it; gives the public URL.</summary>
    Task<string> Upload(Account account, Upload upload, string requestId, CancellationToken cancellationToken);

    /// <summary>§ Get Post Engagement. Null for 404.</summary>
    Task<PostEngagement?> Engagement(Account account, string postId, CancellationToken cancellationToken);

    /// <summary>§ Get Lead Magnet Analytics, without its recent captures. Null for 404.</summary>
    Task<LeadMagnetAnalytics?> Analytics(Account account, string leadMagnetId, CancellationToken cancellationToken);

    /// <summary>§ List Leads, all pages. Personal data.</summary>
    IAsyncEnumerable<Lead> Leads(Account account, LeadFilter filter, CancellationToken cancellationToken);

    /// <summary>§ List Activity, all pages. Personal data.</summary>
    IAsyncEnumerable<Activity> Activity(Account account, ActivityFilter filter, CancellationToken cancellationToken);
}
