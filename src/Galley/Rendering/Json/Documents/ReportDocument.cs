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
    IEnumerable<PostSumDocument> Campaigns
);

/// <param name="Posts">How many of them have figures.</param>
internal sealed record PostSumDocument(string Name, int Posts, Dictionary<string, long> Totals);
