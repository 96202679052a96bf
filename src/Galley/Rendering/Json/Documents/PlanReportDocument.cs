using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Galley.Content;
using Galley.Diagnostics;
using Galley.Planning;
using Galley.Rendering.Comments;
using NodaTime;

namespace Galley.Rendering.Json.Documents;

/// <summary>The file of <c>--report-to</c>. It goes from one job to the next, both of one version of galley or nearly so.</summary>
internal sealed record PlanReportDocument(
    [property: JsonPropertyOrder(-1)] int Version,
    PlanDocument? Plan,
    Dictionary<string, string> ClientNames,
    string? Error,
    ImmutableArray<ReportedTextDocument> Texts,
    bool HasBase,
    ImmutableArray<SettingsChange> Settings,
    ImmutableArray<CorrectionDocument> Corrections,
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
            report
                .Plan?.Clients.Where(client => client.Name is not null)
                .ToDictionary(client => client.Slug, client => client.Name!)
                ?? [],
            report.Error,
            [.. report.Texts.Select(ReportedTextDocument.From)],
            report.HasBase,
            report.Settings,
            [.. report.Corrections.Select(CorrectionDocument.From)],
            report.Notices,
            report.Prefix,
            (long)report.MinLeadTime.TotalSeconds
        );

    /// <exception cref="FormatException">It says both or neither, or a path leads out of the repository.</exception>
    public PlanReport ToReport()
    {
        var plan = Plan?.ToPlan();
        if (
            plan is null == Error is null
            || MinLeadSeconds is < 0 or > LongestLead
            || !Paths(plan).All(IsWithin)
            || !Corrections.All(IsOfContent)
        )
        {
            throw new FormatException();
        }

        return new PlanReport
        {
            Plan = plan is null
                ? null
                : plan with
                {
                    Clients =
                    [
                        .. plan.Clients.Select(client =>
                            client with
                            {
                                Name = ClientNames.GetValueOrDefault(client.Slug),
                            }
                        ),
                    ],
                },
            Error = Error,
            Texts = [.. Texts.Select(text => text.ToText())],
            HasBase = HasBase,
            Settings = Settings,
            Corrections = [.. Corrections.Select(correction => correction.ToCorrection())],
            Notices = Notices,
            Prefix = Prefix,
            MinLeadTime = Duration.FromSeconds(MinLeadSeconds),
        };
    }

    /// <summary>All that become links.</summary>
    private IEnumerable<string> Paths(Plan? plan) =>
        [
            .. plan?.Diagnostics.Select(found => found.Path) ?? [],
            .. plan?.Actions.Select(pair => pair.Action.Path).OfType<string>() ?? [],
            .. Settings.Select(change => change.Path),
            .. Corrections.Select(correction => correction.Path),
            .. Texts.SelectMany(text => text.Media).Select(medium => medium.Path).OfType<string>(),
            Prefix,
        ];

    /// <summary>Galley's name stands above a suggestion: none is made for a file that is no content.</summary>
    private static bool IsOfContent(CorrectionDocument correction) =>
        correction.Path == ContentRoot.SettingsFile
        || correction.Path.StartsWith($"{ContentRoot.ClientsFolder}/", StringComparison.Ordinal);

    private static bool IsWithin(string path) =>
        !path.StartsWith('/') && !path.Contains('\\') && path.Split('/').All(part => part is not ("." or ".."));
}

internal sealed record ReportedTextDocument(
    string Client,
    Kind Kind,
    string Key,
    string Text,
    string? Keyword,
    ImmutableArray<ObjectMedium> Media,
    ImmutableArray<FollowupStep> Followups,
    string? Title = null
)
{
    public static ReportedTextDocument From(ReportedText of) =>
        new(of.Client, of.Kind, of.Key, of.Text.Text, of.Text.Keyword, of.Text.Media, of.Text.Followups, of.Text.Title);

    public ReportedText ToText() =>
        new(Client, Kind, Key, new ObjectText(Text, Keyword, Media, Followups) { Title = Title });
}

internal sealed record CorrectionDocument(
    string Path,
    int First,
    int Last,
    string Text,
    ImmutableArray<DiagnosticDocument> Problems
)
{
    public static CorrectionDocument From(Correction of) =>
        new(of.Path, of.First, of.Last, of.Text, [.. of.Problems.Select(DiagnosticDocument.From)]);

    public Correction ToCorrection() =>
        new(Path, First, Last, Text, [.. Problems.Select(found => found.ToDiagnostic())]);
}
