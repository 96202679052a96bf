using System.Globalization;
using System.Web;
using Galley.Testing.Http;

namespace Galley.LeadPanther.Tests.Calls;

/// <summary>Posts that a server gives page by page, and that a test may change in between.</summary>
/// <param name="cap">The most that it puts on a page.</param>
internal sealed class ListedPosts(int count, int cap = 100)
{
    public List<string> Ids { get; } = [.. Enumerable.Range(0, count).Select(i => $"p{i}")];

    public List<int> Offsets { get; } = [];

    /// <summary>Called with the offset after each page.</summary>
    public Action<int> AfterPage { get; set; } = _ => { };

    public LoopbackServer Serve() => LoopbackServer.Answering(Page);

    public static Reply Page(string items, string pagination) =>
        Reply.Json(200, $$"""{"data":[{{items}}],"pagination":{{pagination}},"request_id":"req_2"}""");

    public static int Offset(ReceivedRequest request) =>
        int.Parse(
            HttpUtility.ParseQueryString(new Uri("http://x" + request.Target).Query)["offset"]!,
            CultureInfo.InvariantCulture
        );

    private Reply Page(ReceivedRequest request)
    {
        var offset = Offset(request);
        var shown = Ids.Skip(offset).Take(cap).Select(id => $$"""{"id":"{{id}}","status":"scheduled"}""");
        var hasMore = offset + cap < Ids.Count ? "true" : "false";
        var page = Page(string.Join(',', shown), $$"""{"limit":{{cap}},"offset":{{offset}},"has_more":{{hasMore}}}""");
        Offsets.Add(offset);
        AfterPage(offset);
        return page;
    }
}
