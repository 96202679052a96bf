using Galley.Cli.Tests.Running;

namespace Galley.Cli.Tests.Options;

/// <summary>
/// A file on the command line that is not there, or is no file: one sentence of our own, with what to do next, before
/// any work.
/// </summary>
internal sealed class FileArgumentTests
{
    private CliFixture _fixture = null!;

    [SetUp]
    public async Task OpenDesk()
    {
        _fixture = await CliFixture.WithOnePost();
        await _fixture.Run("ledger", "init");
    }

    [TearDown]
    public async Task ClearDesk() => await _fixture.DisposeAsync();

    [TestCase("give --plan a file that `galley plan --out FILE` saved", "apply", "--plan")]
    [TestCase("give --from a CSV file with the columns kind, client, key and id", "adopt", "--from")]
    [TestCase("give the path of a CSV file or an Excel workbook", "import")]
    [TestCase(
        "name a file with the lines that apply printed as unrecorded, or the result that it saved with --out",
        "ledger",
        "recover"
    )]
    [TestCase(
        "give the path of a file with the text after --text-file, or - for standard input",
        "new",
        "post",
        "--text-file"
    )]
    [TestCase("give --accounts a file such as docs/sandbox.md shows, or leave it out", "sandbox", "--accounts")]
    [TestCase("give --faults a file such as docs/sandbox.md shows, or leave it out", "sandbox", "--faults")]
    public async Task FileToRead_ThatIsNone_IsOneSentenceWithWhatToGive(string next, params string[] args)
    {
        var missing = await _fixture.Run([.. args, "nowhere.txt"]);
        var folder = await _fixture.Run([.. args, "clients"]);

        using var scope = Assert.EnterMultipleScope();
        Assert.That(
            (missing.ExitCode, missing.Error),
            Is.EqualTo((1, $"galley: There is no file nowhere.txt: {next}.\n"))
        );
        Assert.That((folder.ExitCode, folder.Error), Is.EqualTo((1, $"galley: clients is a folder: {next}.\n")));
        Assert.That(Directory.Exists(Path.Combine(_fixture.Content, "schemas")), Is.False);
    }

    [TestCase("--out", "plan", "--out")]
    [TestCase("--out", "apply", "--out")]
    [TestCase("--out", "calendar", "--out")]
    [TestCase("--single-file", "preview", "--single-file")]
    public async Task FileToWrite_InNoFolderOrOne_IsOneSentenceBeforeAnyWork(string option, params string[] args)
    {
        var nowhere = await _fixture.Run([.. args, "nowhere/file"]);
        var folder = await _fixture.Run([.. args, "clients"]);

        using var scope = Assert.EnterMultipleScope();
        Assert.That(
            (nowhere.ExitCode, nowhere.Error),
            Is.EqualTo(
                (
                    1,
                    $"galley: There is no folder {Path.Combine(_fixture.Content, "nowhere")}. Create it, or "
                        + $"name another file with {option}.\n"
                )
            )
        );
        Assert.That(
            folder.Error,
            Does.StartWith(
                $"galley: {Path.Combine(_fixture.Content, "clients")} is a folder. Name a file with {option}, such as "
            )
        );
        Assert.That((nowhere.Out, folder.Out, _fixture.CreatesReceived), Is.EqualTo(("", "", 0)));
    }

    [TestCase("name a folder with --out", "preview", "--out")]
    [TestCase("name a folder with --out", "report", "--out")]
    [TestCase("give the name of a folder", "init")]
    public async Task FolderToWrite_ThatIsAFile_IsOneSentence(string next, params string[] args)
    {
        _fixture.Write("taken.txt", "Mine.");

        var run = await _fixture.Run([.. args, "taken.txt"]);

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((1, run.Error)));
        Assert.That(run.Error, Does.EndWith($"taken.txt is a file: {next}.\n").And.Not.Contain("exists"));
    }

    [Test]
    public async Task Command_BelowAnother_IsNamedInFullWhereItsHelpIsPointedTo()
    {
        var run = await _fixture.Run("new", "post", "--nonsense");

        Assert.That(run.Error, Does.EndWith("Run `galley new post --help` to see its options.\n"));
    }
}
