using System.CommandLine;
using Galley.Cli.Hosting;
using Galley.Cli.Options;
using Galley.Cli.Output;
using Galley.Cli.Output.Json;
using Galley.Cli.Running;
using Galley.Cli.Workspaces;
using Galley.Git;
using Galley.Rendering;
using Galley.Resolutions;

namespace Galley.Cli.Commands;

/// <summary>
/// <c>galley approve</c>: records what a client approved, in the ledger and not in the files, so that nobody has to
/// push.
/// </summary>
internal static class ApproveCommand
{
    private static readonly Argument<string[]> Words = new("CLIENT CODE")
    {
        Description =
            "The client's folder, then the approval code of each post, as its preview and the plan show them.",
        Arity = ArgumentArity.ZeroOrMore,
    };
    private static readonly Option<string?> AnswerFile = new("--file")
    {
        HelpName = "FILE",
        Description = "Take the answer that the client's preview page gave. A mail that quotes it will do.",
    };
    private static readonly Option<string?> By = new("--by")
    {
        HelpName = "NAME",
        Description = "Who approved. Default: the name in the answer, or the one that Git knows you by.",
    };

    public static Command Create(Shell shell)
    {
        var command = new Command("approve", "Record which posts a client approved, by the codes of their texts.")
        {
            Words,
            AnswerFile,
            By,
        };
        command.SetAction((parsed, _) => Run(shell, parsed, CommonOptions.Read(parsed, shell)));
        return command;
    }

    private static async Task<int> Run(Shell shell, ParseResult parsed, CommonOptions common)
    {
        var workspace = Workspace.Open(shell, common);
        var (lines, signed) = Lines(shell, parsed.GetValue(Words) ?? [], parsed.GetValue(AnswerFile));
        var by = parsed.GetValue(By) ?? signed ?? await GitName(shell, workspace);
        var words = lines.SelectMany(line => ResolutionParser.ParseAll(line, by)).ToList();
        await using var session = await ResolutionSession.Open(shell, common, workspace);
        var results = await session.Resolver.Resolve(words, shell.Stop);
        var answers = words.Zip(results).ToList();
        new ResultPrinter(shell, common).Print(
            new CommentAnswers([
                .. answers.Select(answer => new CommentAnswers.Answer(
                    $"approve {answer.First.Name}",
                    answer.Second is ResolutionResult.Accepted,
                    answer.Second.Sentence
                )),
            ]),
            CommandJson.Default.CommentAnswers,
            text =>
            {
                foreach (var result in results)
                {
                    var isTaken = result is ResolutionResult.Accepted;
                    (isTaken ? text : shell.Error).WriteLine(
                        VisibleText.From($"{(isTaken ? "" : "galley: ")}{result.Sentence}")
                    );
                }
            }
        );
        return (int)(results.All(result => result is ResolutionResult.Accepted) ? ExitCode.Fine : ExitCode.Error);
    }

    private static (IReadOnlyList<string> Lines, string? By) Lines(Shell shell, string[] words, string? file)
    {
        if (file is null)
        {
            return ([string.Join(' ', ["approve", .. words])], null);
        }

        if (words.Length > 0)
        {
            throw new GalleyException($"Use either approve CLIENT CODE… or approve --file {file}, not both.");
        }

        var answer = ApprovalAnswer.Parse(
            FileArgument.Text(shell, file, "save the client's answer to a file and name it with --file")
        );
        return answer.Lines.IsEmpty
            ? throw new GalleyException(
                $"{file} approves no post: it has no line that begins with `/galley approve`. The page writes "
                    + "that line below \"For the agency\"."
            )
            : (answer.Lines, answer.From);
    }

    private static async Task<string> GitName(Shell shell, Workspace workspace) =>
        await new GitRepository(workspace.Repository.Root).TryUserName(shell.Stop) is { Length: > 0 } name
            ? name
            : throw new GalleyException("Git does not know your name. Say who approved with --by NAME.");
}
