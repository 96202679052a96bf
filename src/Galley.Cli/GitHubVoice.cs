using System.Collections.Immutable;
using System.CommandLine;
using Galley.Content;
using Galley.GitHub;
using Galley.Planning;
using Galley.Publishing;
using Galley.Rendering;
using Galley.Rendering.Comments;

namespace Galley.Cli;

/// <summary><c>--github</c>: the same result that the log shows, on the pull request. It never changes that result.</summary>
internal sealed class GitHubVoice : IDisposable
{
    /// <summary>The summary holds a mebibyte, and a character has up to three bytes.</summary>
    private const int LongestSummary = 300_000;

    private readonly Shell _shell;
    private readonly Workspace _workspace;
    private readonly ProofRoom _room;

    private GitHubVoice(Shell shell, Common common, Workspace workspace)
    {
        (_shell, _workspace) = (shell, workspace);
        Run = GitHubEnvironment.Read(shell.Environment);
        _room = new ProofRoom(Run, common.Clock, Product.Version, words => shell.Error.WriteLine($"galley: {words}"));
    }

    public GitHubRun Run { get; }

    public static Option<bool> Option(string description) => new("--github") { Description = description };

    /// <summary>Null unless asked for.</summary>
    public static GitHubVoice? OpenIf(bool asked, Shell shell, Common common, Workspace workspace) => asked ? Open(shell, common, workspace) : null;

    public static GitHubVoice Open(Shell shell, Common common, Workspace workspace) => new(shell, common, workspace);

    /// <param name="base">Null when there is none to compare with.</param>
    /// <param name="notices">What must be read first.</param>
    public async Task Say(Plan plan, Proofs proofs, BaseContent? @base, ExitCode outcome, params ImmutableArray<string> notices)
    {
        var prefix = Run.PrefixOf(_workspace.Repository.Root);
        Order(Annotations.Write(plan.Diagnostics, prefix));
        var input = new CommentInput
        {
            Marker = "<!-- galley:plan -->",
            ProofOf = proofs.Of,
            Notices = notices,
            HasBase = @base is not null,
            SettingsChanged = [.. SettingsFiles().Where(path => @base?.Changed(path) == true)],
            Files = Run.Files(prefix),
            Run = Run.Page,
            MinLeadTime = _workspace.Repository.Settings.Limits.MinLeadTime,
        };
        await _room.Say(new Report
        {
            Thread = Run.PullRequest?.Number,
            Marker = input.Marker,
            Comment = PlanComment.Write(plan, input),
            Summary = PlanComment.Write(plan, input with { Longest = LongestSummary }),
            Context = "galley/plan",
            Outcome = outcome,
            Description = string.Join(' ', [PlanText.Totals(plan), .. notices]),
        }, _shell.Stop);
    }

    public async Task Say(ApplyResult result, ExitCode outcome)
    {
        const string marker = "<!-- galley:apply -->";
        await _room.Say(new Report
        {
            Thread = await _room.MergedPullRequest(CancellationToken.None),
            Marker = marker,
            Comment = ApplyComment.Write(result, marker),
            Summary = ApplyComment.Write(result, marker, LongestSummary),
            // A later run that had nothing to do must not wipe out what the one after the merge reported.
            IsNews = result.Done.Length + result.Failed.Length + result.InDoubt.Length > 0 || result.Error is not null,
            Context = "galley/apply",
            Outcome = outcome,
            Description = ApplyResultText.Totals(result),
            // Also after Ctrl-C: what was sent is to be seen.
        }, CancellationToken.None);
    }

    public void Dispose() => _room.Dispose();

    private IEnumerable<string> SettingsFiles() =>
        _workspace.Slugs.Select(slug => $"{ContentRoot.ClientsFolder}/{slug}/client.yaml").Prepend(ContentRoot.SettingsFile);

    private void Order(string commands)
    {
        if (commands.Length == 0) return;
        if (_shell.Error is LogWriter log) log.Command(commands);
        else _shell.Error.Write(commands);
    }
}
