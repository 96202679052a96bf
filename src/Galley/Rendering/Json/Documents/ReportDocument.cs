namespace Galley.Rendering.Json.Documents;

/// <summary>A report's totals for programs.</summary>
internal sealed record ReportDocument(string From, string To, IEnumerable<ClientReportDocument> Clients);

/// <param name="Totals">By metric; what has no figure is not among them.</param>
internal sealed record ClientReportDocument(
    string Client,
    int PostsOut,
    int PostsWithoutFigures,
    int LeadMagnetsWithoutFigures,
    bool ToDate,
    Dictionary<string, long> Totals,
    Dictionary<string, long>? Before
);
