using Galley.Cli.Tests.Running;
using Snapshooter.NUnit;

namespace Galley.Cli.Tests.Authoring;

internal sealed class ImportCommandTests
{
    private const string Csv = """
        Message,Posting Time,Image URL(s),First comment,Hashtags,Weather
        "One line,
        another one",2026-06-15 10:00,https://example.com/a.png,Look here: https://example.com,"sales, rev ops",Q2
        Later,,,,,
        Old,2025-01-01 10:00,,,,
        Later,2026-06-20 10:00,,,,
        =SUM(A1),2026-06-16 10:00,,,,
        """;

    private const string Table = """
        Row 2: Ready, Mon 15 Jun 2026 10:00 (Europe/London): "One line,"; 2 hashtags added below the text; 1 picture; 1 comment
        Row 3: Draft, no time: "Later"; draft because it has no time
        Row 6: Draft, Tue 16 Jun 2026 10:00 (Europe/London): "=SUM(A1)"; draft because its text looks like a formula

        """;

    [Test]
    public async Task Import_WithAYes_WritesPostsAndNamesWhatItLeavesOut()
    {
        using var repo = await NewRepo.Init();
        repo.Write("posts.csv", Csv);

        var run = await repo.Galley("import", "posts.csv", "--yes");

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(
            run.Out,
            Is.EqualTo(
                Table
                    + """
                    Wrote clients/northwind-traders/posts/2026-06-15-one-line.md
                    Wrote clients/northwind-traders/posts/later.md
                    Wrote clients/northwind-traders/posts/2026-06-16-sum-a1.md

                    """
            )
        );
        Assert.That(
            run.Error,
            Is.EqualTo(
                """
                Row 4 is left out ("Old") because its time, Wed 1 Jan 2025 10:00 (Europe/London), is in the past.
                Row 5 is left out ("Later") because row 3 has the same text.
                Columns that are not used: Weather.
                5 rows: 1 ready, 2 drafts, 2 left out.
                Correct the rows that were left out and import the file again. Posts that exist already are not imported twice.
                Check the drafts. To schedule one, change `status: draft` to `status: scheduled` in its file.

                """
            )
        );
        Assert.That(repo.Problems(), Is.Empty);
        Assert.That(
            repo.Read("clients/northwind-traders/posts/2026-06-15-one-line.md"),
            Is.EqualTo(
                """
                ---
                # yaml-language-server: $schema=../../../schemas/post.schema.json
                status: scheduled
                scheduled_at: 2026-06-15 10:00
                images:
                  - {url: "https://example.com/a.png"}
                first_comment: "Look here: https://example.com"
                ---
                One line,
                another one

                #sales #revops

                """
            )
        );
    }

    [Test]
    public async Task Import_OnceMore_WritesNothing()
    {
        using var repo = await NewRepo.Init();
        repo.Write("posts.csv", Csv);
        await repo.Galley("import", "posts.csv", "--yes");

        var again = await repo.Galley("import", "posts.csv", "--yes");

        Assert.That(again.ExitCode, Is.Zero);
        Assert.That(again.Out, Is.Empty);
        Assert.That(
            again.Error,
            Does.Contain(
                "Row 2 is left out (\"One line,\") because clients/northwind-traders/posts/2026-06-15-one-line.md has the same text."
            )
        );
    }

    [Test]
    public async Task Import_AsADryRun_OnlyShows()
    {
        using var repo = await NewRepo.Init();
        repo.Write("posts.csv", Csv);

        var run = await repo.Galley("import", "posts.csv", "--dry-run");

        Assert.That(run.ExitCode, Is.Zero);
        Assert.That(run.Out, Is.EqualTo(Table));
        Assert.That(repo.Client().Posts, Has.Length.EqualTo(1));
    }

    [Test]
    public async Task Import_WithoutAYesOrATerminal_ShowsAndWritesNothing()
    {
        using var repo = await NewRepo.Init();
        repo.Write("posts.csv", Csv);
        Directory.Delete(Path.Combine(repo.Root, "schemas"), recursive: true);

        var run = await repo.Galley("import", "posts.csv");

        Assert.That(run.ExitCode, Is.EqualTo(1), "a script must not go on as if the posts were there");
        Assert.That(run.Out, Is.EqualTo(Table));
        Assert.That(run.Error, Does.EndWith("Nothing was written. To write the 3 files, add --yes.\n"));
        Assert.That(repo.Client().Posts, Has.Length.EqualTo(1));
        Assert.That(Directory.Exists(Path.Combine(repo.Root, "schemas")), Is.False);
    }

    [TestCase(4, "what?", "y")]
    [TestCase(1, "no")]
    [TestCase(1, "")]
    [TestCase(1)]
    public async Task Import_OnATerminal_AsksBeforeItWrites(int posts, params string[] answers)
    {
        using var repo = await NewRepo.Init();
        repo.Write("posts.csv", Csv);

        var run = await repo.Answering(answers, "import", "posts.csv");

        Assert.That(run.Error, Does.Contain("Write these 3 files? [y/N]: "));
        Assert.That(repo.Client().Posts, Has.Length.EqualTo(posts));
        Assert.That(run.ExitCode, Is.EqualTo(posts == 4 ? 0 : 1));
    }

    [Test]
    public async Task Table_OnATerminal_ShowsWhatWillBeMade()
    {
        using var repo = await NewRepo.Init();
        repo.Write("posts.csv", Csv);

        var run = await repo.Answering(["n"], "import", "posts.csv");

        Snapshot.Match(run.Out);
    }

    [Test]
    public async Task Columns_ThatAreNamed_AreRead()
    {
        using var repo = await NewRepo.Init();
        repo.Write("posts.csv", "Title,Post copy EN,Go live\nOne,Hello,2026-06-15 10:00\n");

        var run = await repo.Galley([
            "import",
            "posts.csv",
            "--yes",
            "--column",
            "text=Post copy EN",
            "--column",
            "date=Go live",
        ]);

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(run.Out, Does.Contain("Row 2: Ready, Mon 15 Jun 2026 10:00 (Europe/London): \"Hello\"\n"));
    }

    [TestCase("--yes")]
    [TestCase("--dry-run")]
    public async Task Import_ForPrograms_SaysTheSameInJson(string option)
    {
        using var repo = await NewRepo.Init();
        repo.Write("posts.csv", Csv);

        var run = await repo.Galley(["import", "posts.csv", "--format", "json", option]);

        Assert.That(run.Json[option == "--yes" ? "written" : "would_write"]!.AsArray(), Has.Count.EqualTo(3));
        Assert.That(run.Json["drafts"]!.AsArray().Select(row => (int)row!["row"]!), Is.EqualTo(new[] { 3, 6 }));
        Assert.That(run.Json["left_out"]!.AsArray().Select(row => (int)row!["row"]!), Is.EqualTo(new[] { 4, 5 }));
    }
}
