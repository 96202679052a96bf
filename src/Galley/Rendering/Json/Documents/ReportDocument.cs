namespace Galley.Rendering.Json.Documents;

/// <summary>A report's totals for programs.</summary>
internal sealed record ReportDocument(string From, string To, IEnumerable<ClientReportDocument> Clients);

/// <param name="Totals">By metric; what has no figure is not among them.</param>
/// <param name="Before">Of as many days before, by metric; null when nothing can be compared.</param>
/// <param name="Compared">What the objects of <paramref name="Before"/> gained in these days, by metric.</param>
/// <param name="LeftOut">How many objects are not compared.</param>
/// <param name="Labels">What the posts of each label gained.</param>
internal sealed record ClientReportDocument(
    string Client,
    int PostsOut,
    int PostsWithoutFigures,
    int LeadMagnetsWithoutFigures,
    bool ToDate,
    Dictionary<string, long> Totals,
    Dictionary<string, long>? Before,
    Dictionary<string, long>? Compared,
    int LeftOut,
    IEnumerable<PostSumDocument> Labels,
    IEnumerable<PostSumDocument> Campaigns,
    TypicalPostDocument Typical
);

/// <summary>Medians over the posts that went out in these days; null for what too few posts say.</summary>
/// <param name="AfterADay">Impressions, read 20 to 28 hours after a post went out.</param>
/// <param name="BestWeekday">With the median impressions of its posts.</param>
/// <param name="BestHour">From 0 to 23, in the client's zone.</param>
/// <param name="Slot">Both together, as <c>slots:</c> of client.yaml takes it.</param>
internal sealed record TypicalPostDocument(
    MedianDocument? Impressions,
    MedianDocument? EngagementRate,
    MedianDocument? AfterADay,
    BestTimeDocument<string>? BestWeekday,
    BestTimeDocument<int>? BestHour,
    string? Slot
);

/// <param name="Posts">Of how many.</param>
internal sealed record MedianDocument(double Value, int Posts);

internal sealed record BestTimeDocument<T>(T Time, double Impressions, int Posts);

/// <param name="Posts">How many of them have figures.</param>
internal sealed record PostSumDocument(string Name, int Posts, Dictionary<string, long> Totals);
