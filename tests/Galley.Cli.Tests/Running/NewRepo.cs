using Galley.Content;
using Galley.Diagnostics;
using Galley.Ledger;
using Galley.Rules;
using Galley.Testing;
using NodaTime;
using NodaTime.Text;

namespace Galley.Cli.Tests.Running;

/// <summary>A content repository as <c>galley init</c> makes it, on Monday 8 June 2026 at 09:00 UTC.</summary>
internal sealed class NewRepo : IDisposable
{
    public const string Slug = "northwind-traders";
    private const string NowText = "2026-06-08T09:00:00Z";
    private static readonly string[] Id = ["--client-id", "00000000-0000-4000-8000-000000000001"];
    private readonly TemporaryFolder _folder = new();

    private NewRepo() { }

    public static Instant Now => InstantPattern.General.Parse(NowText).Value;

    public string Root => _folder["repo"];

    public static Task<NewRepo> Init() => InitWith(Id);

    public static async Task<NewRepo> InitWith(params string[] args)
    {
        var repo = new NewRepo();
        var run = await CliRun.In(repo._folder.Path, ["init", "repo", "--now", NowText, .. args]);
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        return repo;
    }

    public Task<CliRun> Galley(params string[] args) => CliRun.In(Root, [.. args, "--now", NowText]);

    public Task<CliRun> Answering(string[] answers, params string[] args) =>
        CliRun.OnTerminal(Root, answers, [.. args, "--now", NowText, "--no-color"]);

    public string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    public void Write(string path, string text)
    {
        var full = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    public ClientContent Client(string slug = Slug) => Repository.Open(Root).Read(slug);

    /// <summary>Above a note, in all files.</summary>
    public string[] Problems()
    {
        var repository = Repository.Open(Root);
        var proof = new Validator(repository, Now, ValidationPurpose.Validate);
        return
        [
            .. proof
                .OfRepository()
                .Concat(
                    repository.Slugs.SelectMany(slug => proof.Validate(repository.Read(slug), ClientLedger.Empty(slug)))
                )
                .Where(problem => problem.Severity > Severity.Note)
                .Select(problem => $"{problem.Code} {problem.Path}:{problem.At.Line} {problem.Message}"),
        ];
    }

    public void Dispose() => _folder.Dispose();
}
