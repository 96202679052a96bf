using Galley.Cli.Tests.Running;

namespace Galley.Cli.Tests.Authoring;

internal sealed class ImportCommandTests
{
    private const string Csv = """
        Message,Posting Time,Image URL(s),Comment,Tags,Campaign
        "One line,
        another one",2026-06-15 10:00,https://example.com/a.png,Look here: https://example.com,"sales, rev ops",Q2
        Later,,,,,
        Old,2025-01-01 10:00,,,,
        Later,2026-06-20 10:00,,,,
        =SUM(A1),2026-06-16 10:00,,,,
        """;

    [Test]
    public async Task Import_OfASheet_WritesPostsAndNamesWhatItLeavesOut()
    {
        using var repo = await NewRepo.Init();
        repo.Write("posts.csv", Csv);

        var run = await repo.Galley("import", "posts.csv");

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(
            run.Error,
            Is.EqualTo(
                """
                Row 4 left out ("Old"): its time, Wed 1 Jan 2025 10:00 (Europe/London), is past.
                Row 5 left out ("Later"): its text is that of row 3.
                Columns not read: Campaign.
                3 of 5 rows, 1 without a time, as drafts.
                Mend the rows that were left out and import the file again: what is here already is not taken twice.

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
                followups:
                  comments:
                    - text: "Look here: https://example.com"
                      delay_minutes: 10
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
        await repo.Galley("import", "posts.csv");

        var again = await repo.Galley("import", "posts.csv");

        Assert.That(again.Out, Is.Empty);
        Assert.That(
            again.Error,
            Does.Contain(
                "Row 2 left out (\"One line,\"): its text is that of clients/northwind-traders/posts/2026-06-15-one-line.md."
            )
        );
    }

    [Test]
    public async Task Import_AsADryRun_OnlySays()
    {
        using var repo = await NewRepo.Init();
        repo.Write("posts.csv", Csv);

        var run = await repo.Galley("import", "posts.csv", "--dry-run");

        Assert.That(run.Out, Does.Contain("Would write clients/northwind-traders/posts/2026-06-15-one-line.md"));
        Assert.That(repo.Client().Posts, Has.Length.EqualTo(1));
    }

    [TestCase]
    [TestCase("--dry-run")]
    public async Task Import_ForPrograms_SaysTheSameInJson(params string[] dryRun)
    {
        using var repo = await NewRepo.Init();
        repo.Write("posts.csv", Csv);

        var run = await repo.Galley(["import", "posts.csv", "--format", "json", .. dryRun]);

        Assert.That(run.Json[dryRun.Length == 0 ? "written" : "would_write"]!.AsArray(), Has.Count.EqualTo(3));
        Assert.That(run.Json["left_out"]!.AsArray().Select(row => (int)row!["row"]!), Is.EqualTo(new[] { 4, 5 }));
    }
}
