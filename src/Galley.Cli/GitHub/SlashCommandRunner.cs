using Galley.Cli.Hosting;
using Galley.Cli.Options;
using Galley.Cli.Output;
using Galley.Cli.Output.Json;
using Galley.Cli.Running;
using Galley.Cli.Workspaces;
using Galley.GitHub;
using Galley.Rendering;
using Galley.Rendering.Comments;
using Galley.Resolutions;

namespace Galley.Cli.GitHub;

/// <summary>
/// <c>galley comment --command</c>: runs the commands of the comment that started the job, and answers once. The commands go
/// through the same parser and resolver as in a terminal; the rest of the comment has no effect.
/// </summary>
internal sealed class SlashCommandRunner(
    Shell shell,
    CommonOptions common,
    GitHubOutput github,
    Workspace workspace,
    EventComment comment
)
{
    /// <summary>The comment's text comes from the environment, never through a script.</summary>
    private const string Variable = "GALLEY_COMMAND";

    /// <summary>Each may ask LeadPanther about an id.</summary>
    private const int MostLines = 100;

    private readonly string _marker = AnswerComment.MarkerOf(comment.Id);

    public static async Task<int> Run(Shell shell, CommonOptions common)
    {
        var text = shell.Environment(Variable)
            ?? throw new GalleyException(
                $"{Variable} is not set. Add the comment's text to the job's environment: `{Variable}: "
                    + $"${{{{ github.event.comment.body }}}}`."
            );
        var lines = SlashCommandScanner.Scan(text);
        if (lines.Count == 0)
        {
            return (int)ExitCode.Fine;
        }

        var workspace = Workspace.Open(shell, common);
        using var github = GitHubOutput.Open(shell, common, workspace);
        if (github.Run.Comment is not { } comment)
        {
            throw new GalleyException(
                "This job was not started by a comment. Use `on: issue_comment` with `types: [created]` in the workflow."
            );
        }

        if (!github.Reporter.CanAsk)
        {
            throw new GalleyException(
                "GITHUB_TOKEN is not set, so Galley can't check who has write access. Set it in the job's environment."
            );
        }

        return (int)await new SlashCommandRunner(shell, common, github, workspace, comment).Handle(lines);
    }

    private async Task<ExitCode> Handle(IReadOnlyList<CommandLine> lines)
    {
        if (!comment.IsNew)
        {
            return Leave("Edited comments are ignored. Post the command as a new comment.");
        }

        if (Known(await github.Reporter.IsOurs(comment, shell.Stop)))
        {
            return Leave("This is Galley's own comment, so it is ignored.");
        }

        if (Known(await github.Reporter.HasAnswered(comment.Thread, _marker, shell.Stop)))
        {
            return Leave("This comment already has an answer. To repeat the command, post it as a new comment.");
        }

        if (await WhyNot(lines.Count) is { } why)
        {
            return await Refuse(why);
        }

        return await RunAll(lines);
    }

    private ExitCode Leave(string why)
    {
        shell.Error.WriteLine($"galley: {why}");
        return ExitCode.Fine;
    }

    private async Task<string?> WhyNot(int lines)
    {
        if (comment.IsByBot)
        {
            return $"{comment.Author} is a bot, and only people can run Galley commands.";
        }

        if (!Known(await github.Reporter.MayWrite(comment.Author, shell.Stop)))
        {
            return $"{comment.Author} needs write access to run Galley commands. Ask someone with write access to post the same command.";
        }
        // An earlier attempt may have run the commands and died before it could answer. Much can have changed since.
        if (github.Run.Attempt > 1)
        {
            return "This job was run again, and the first run may have done the commands. Look at the plan. If "
                + "they are still right, post them in a new comment.";
        }

        return lines > MostLines
            ? $"This comment has {lines} Galley commands, and the limit is {MostLines}. Split them over several comments."
            : null;
    }

    private async Task<ExitCode> Refuse(string why)
    {
        Report([(null, new ResolutionResult.Rejected(why))]);
        await Answer(AnswerComment.Refuse(why, _marker));
        return ExitCode.Error;
    }

    private async Task<ExitCode> RunAll(IReadOnlyList<CommandLine> lines)
    {
        var words = lines.SelectMany(line => SlashCommand.Read(line, comment.Author)).ToList();
        ResolutionSession? session = null;
        try
        {
            session = await ResolutionSession.Open(shell, common, workspace);
            await SlashCommand.Resolve(words, session.Resolver, shell.Stop);
        }
        catch (GalleyException failure)
        {
            SlashCommand.RefuseAll(words, failure);
        }

        await using (session)
        {
            var answers = words.Select(word => (word.Line, word.Result!)).ToList();
            Report([.. answers.Select(pair => ((string?)pair.Line, pair.Item2))]);
            await Answer(AnswerComment.Write(answers, _marker));
            if (session is not null && words.Any(word => word.Result is ResolutionResult.Accepted))
            {
                await github.UpdateIssue(session.Ledger, live: null);
            }

            return words.All(word => word.Result is ResolutionResult.Accepted) ? ExitCode.Fine : ExitCode.Error;
        }
    }

    /// <summary>Also after Ctrl-C: people must know what was done.</summary>
    private async Task Answer(string body)
    {
        await github.Reporter.Summarize(body, CancellationToken.None);
        await github.Reporter.Answer(comment.Thread, _marker, body, CancellationToken.None);
    }

    private void Report(IReadOnlyList<(string? Line, ResolutionResult Answer)> answers)
    {
        CommentAnswers.Answer Json((string? Line, ResolutionResult Result) answer) =>
            new(answer.Line, answer.Result is ResolutionResult.Accepted, answer.Result.Sentence);

        new ResultPrinter(shell, common).Print(
            new CommentAnswers([.. answers.Select(Json)]),
            CommandJson.Default.CommentAnswers,
            text =>
            {
                foreach (var (line, result) in answers)
                {
                    Report(text, line, result);
                }
            }
        );
    }

    private void Report(TextWriter text, string? line, ResolutionResult result)
    {
        if (line is not null)
        {
            text.WriteLine(VisibleText.From($"/galley {line}"));
        }

        if (result is ResolutionResult.Accepted)
        {
            text.WriteLine($"    {VisibleText.From(result.Sentence)}");
        }
        else
        {
            shell.Error.WriteLine($"galley: {VisibleText.From(result.Sentence)}");
        }
    }

    private static bool Known(bool? answer) =>
        answer
        ?? throw new GalleyException(
            "GitHub did not answer, so nothing was done. Post the command again later, in a new comment."
        );
}
