using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Galley.Diagnostics;
using Galley.Planning;
using Galley.Rendering.Comments;
using NodaTime;

namespace Galley.Rendering.Json.Documents;

/// <summary>The file of <c>--report-to</c>. It goes from one job to the next, both of one version of galley or nearly so.</summary>
internal sealed record PlanReportDocument(
    [property: JsonPropertyOrder(-1)] int Version,
    PlanDocument? Plan,
    string? Error,
    ImmutableArray<ReportedTextDocument> Texts,
    bool HasBase,
    ImmutableArray<string> SettingsChanged,
    ImmutableArray<string> Notices,
    string Prefix,
    long MinLeadSeconds
)
{
    private const long LongestLead = 366L * 24 * 60 * 60;

    public static PlanReportDocument From(PlanReport report) =>
        new(
            1,
            report.Plan is { } plan ? PlanDocument.From(plan) : null,
            report.Error,
            [.. report.Texts.Select(ReportedTextDocument.From)],
            report.HasBase,
            report.SettingsChanged,
            report.Notices,
            report.Prefix,
            (long)report.MinLeadTime.TotalSeconds
        );

    /// <exception cref="FormatException">It says both or neither, or a path leads out of the repository.</exception>
    public PlanReport ToReport()
    {
        var plan = Plan?.ToPlan();
        if (plan is null == Error is null || MinLeadSeconds is < 0 or > LongestLead || !Paths(plan).All(IsWithin))
        {
            throw new FormatException();
        }

        return new PlanReport
        {
            Plan = plan,
            Error = Error,
            Texts = [.. Texts.Select(text => text.ToText())],
            HasBase = HasBase,
            SettingsChanged = SettingsChanged,
            Notices = Notices,
            Prefix = Prefix,
            MinLeadTime = Duration.FromSeconds(MinLeadSeconds),
        };
    }

    /// <summary>All that become links.</summary>
    private IEnumerable<string> Paths(Plan? plan) =>
        [.. plan?.Diagnostics.Select(found => found.Path) ?? [], .. SettingsChanged, Prefix];

    private static bool IsWithin(string path) =>
        !path.StartsWith('/') && !path.Contains('\\') && path.Split('/').All(part => part is not ("." or ".."));
}

internal sealed record ReportedTextDocument(
    string Client,
    Kind Kind,
    string Key,
    string Text,
    string? Keyword,
    ImmutableArray<string> Media,
    ImmutableArray<string> Comments
)
{
    public static ReportedTextDocument From(ReportedText of) =>
        new(of.Client, of.Kind, of.Key, of.Text.Text, of.Text.Keyword, of.Text.Media, of.Text.Comments);

    public ReportedText ToText() => new(Client, Kind, Key, new ObjectText(Text, Keyword, Media, Comments));
}
