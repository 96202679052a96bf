using Galley.Cli.Tests.Running;
using Galley.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Galley.Cli.Tests.Commands;

/// <summary><c>leads</c> and <c>activity</c>: counts for everybody's eyes, rows for a file of one's own.</summary>
internal sealed class ExportTests
{
    private const string Monday = "2026-06-08T09:00:00Z";
    private const string Later = "2026-06-20T09:00:00Z";
    private FakeTimeProvider _clock = null!;
    private ApplyFixture _fixture = null!;
    private TemporaryFolder _home = null!;

    [SetUp]
    public async Task PublishOnePost_ThatPeopleAnswer()
    {
        _clock = new FakeTimeProvider(DateTimeOffset.Parse(Monday, System.Globalization.CultureInfo.InvariantCulture));
        _fixture = await ApplyFixture.Set(_clock);
        _home = new TemporaryFolder();
        _fixture.LeadMagnet("guide", "GUIDE");
        _fixture.Post("launch", "2026-06-09 10:00", "Comment GUIDE for it.", "guide");
        Assert.That((await _fixture.Online(Monday, "apply")).ExitCode, Is.Zero);
        _clock.Advance(TimeSpan.FromDays(12));
    }

    [TearDown]
    public async Task CleanUp()
    {
        await _fixture.DisposeAsync();
        _home.Dispose();
    }

    [TestCase("leads")]
    [TestCase("activity")]
    public async Task Counts_NameNobody(string command)
    {
        var file = _home["rows.csv"];
        var rows = await _fixture.Online(Later, command, "--out", file);
        var text = await _fixture.Online(Later, command);
        var json = await _fixture.Online(Later, command, "--format", "json");

        using var scope = Assert.EnterMultipleScope();
        Assert.That((rows.ExitCode, text.ExitCode, json.ExitCode), Is.EqualTo((0, 0, 0)), rows.Error);
        Assert.That(
            json.Json["total"]!.GetValue<int>(),
            Is.EqualTo(File.ReadAllLines(file).Length - 1).And.GreaterThan(0)
        );
        foreach (var output in new[] { rows.Out, rows.Error, text.Out, text.Error, json.Out, json.Error })
        {
            foreach (var secret in Personal(File.ReadAllText(file)))
            {
                Assert.That(output, Does.Not.Contain(secret));
            }
        }
    }

    [Test]
    public async Task Leads_AreBrokenDown_AndFiltered()
    {
        var all = (await _fixture.Online(Later, "leads", "--format", "json")).Json["clients"]![0]!;
        var some = (
            await _fixture.Online(
                Later,
                "leads",
                "--has-email",
                "--keyword",
                "GUIDE",
                "--source",
                "comments",
                "--format",
                "json"
            )
        ).Json["clients"]![0]!;
        var none = (await _fixture.Online(Later, "leads", "--keyword", "NOTHING", "--format", "json")).Json;
        var two = (await _fixture.Online(Later, "leads", "--limit", "2", "--offset", "1", "--format", "json")).Json;

        using var scope = Assert.EnterMultipleScope();
        Assert.That(all["keyword"]!["GUIDE"]!.GetValue<int>(), Is.EqualTo(all["total"]!.GetValue<int>()));
        Assert.That(
            some["total"]!.GetValue<int>(),
            Is.EqualTo(some["email"]!["yes"]!.GetValue<int>()).And.LessThan(all["total"]!.GetValue<int>())
        );
        Assert.That(some["source"]!.AsObject().Select(source => source.Key), Has.None.EqualTo("dms"));
        Assert.That(some["email"]!.AsObject().Select(email => email.Key), Is.EqualTo(new[] { "yes" }));
        Assert.That((none["total"]!.GetValue<int>(), two["total"]!.GetValue<int>()), Is.EqualTo((0, 2)));
    }

    [Test]
    public async Task Activity_SendsItsFilters()
    {
        await _fixture.Online(
            Later,
            "activity",
            "--source",
            "comments",
            "--status",
            "new",
            "--keyword",
            "GUIDE",
            "--search",
            "a b",
            "--offset",
            "3"
        );

        Assert.That(
            _fixture.Sandbox.Requests[^1].Path,
            Does.EndWith("/activity?limit=100&offset=3&source=comments&status=new&keyword=GUIDE&search=a%20b")
        );
    }

    [Test]
    public async Task Rows_AreForTheOwnersEyes()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Ignore("Windows has no file modes.");
            return;
        }

        var file = _home["rows.csv"];
        File.WriteAllText(file, "an earlier list");

        await _fixture.Online(Later, "leads", "--out", file);

        Assert.That(File.GetUnixFileMode(file), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
        Assert.That(Directory.GetFiles(_home.Path), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task Rows_NeverGetIntoGit()
    {
        var repository = GitClone.Bare(_home["remote"]).Clone(_home["clone"]);
        repository.Commit(".gitignore", "*.private.csv\n");

        var refused = await _fixture.Online(Later, "leads", "--out", Path.Combine(repository.Folder, "leads.csv"));
        var allowed = await _fixture.Online(
            Later,
            "leads",
            "--out",
            Path.Combine(repository.Folder, "leads.private.csv")
        );

        using var scope = Assert.EnterMultipleScope();
        Assert.That((refused.ExitCode, allowed.ExitCode), Is.EqualTo((1, 0)), refused.Error + allowed.Error);
        Assert.That(refused.Error, Does.Contain("is inside a Git work tree").And.Contain(".gitignore"));
        Assert.That(
            Directory.GetFiles(repository.Folder, "*.csv*").Select(Path.GetFileName),
            Is.EqualTo(new[] { "leads.private.csv" })
        );
    }

    [Test]
    public async Task AFileThatCannotBe_IsOneSentence()
    {
        var run = await _fixture.Online(Later, "leads", "--out", _home["nowhere/rows.csv"]);

        Assert.That(
            (run.ExitCode, run.Error),
            Is.EqualTo(
                (1, $"galley: There is no folder {_home["nowhere"]}. Create it, or name another file with --out.\n")
            )
        );
    }

    [Test]
    public async Task AClientThatMayNotBeRead_IsSaid_AndHoldsNobodyUp()
    {
        _fixture.Write(
            "clients/stranger/client.yaml",
            "name: Stranger\nclient_id: 00000000-0000-4000-8000-0000000000ff\n"
        );

        var run = await _fixture.Online(Later, "leads", "--format", "json");

        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(
            run.Json["clients"]!.AsArray().Select(client => client!["client"]!.ToString()),
            Is.EqualTo(new[] { ApplyFixture.Slug })
        );
        Assert.That(
            run.Json["failures"]!.AsArray().Single()!.ToString(),
            Does.StartWith("Galley could not read the leads of stranger: ")
        );
    }

    [Test]
    public async Task NobodyWhoMayBeRead_LeavesNoFile()
    {
        _fixture.Write(
            "clients/northwind/client.yaml",
            "name: Stranger\nclient_id: 00000000-0000-4000-8000-0000000000ff\n"
        );

        var run = await _fixture.Online(Later, "leads", "--out", _home["rows.csv"]);

        using var scope = Assert.EnterMultipleScope();
        Assert.That((run.ExitCode, Directory.GetFiles(_home.Path)), Is.EqualTo((1, Array.Empty<string>())));
        Assert.That(run.Out, Does.Not.Contain("Wrote"));
        Assert.That(run.Error, Does.Contain("Galley could not read the leads of northwind"));
    }

    /// <summary>Names, addresses, profiles and words: what no log may hold.</summary>
    private static IEnumerable<string> Personal(string csv)
    {
        var lines = csv.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var names = lines[0].Split(',');
        string[] wanted = ["name", "author_name", "email_submitted", "linkedin_profile_url", "content"];
        return lines
            .Skip(1)
            .SelectMany(line =>
                line.Split(',').Zip(names).Where(cell => wanted.Contains(cell.Second)).Select(cell => cell.First)
            )
            .Where(cell => cell.Length > 0);
    }
}
