using Galley.Cli.Tests.Running;
using Galley.Testing;

namespace Galley.Cli.Tests.Commands;

/// <summary>What is remembered may save time, and may never change a word.</summary>
internal sealed class CacheTests
{
    private const string Slug = "northwind";
    private TemporaryFolder _caches = null!;

    [SetUp]
    public void Open() => _caches = new TemporaryFolder();

    [TearDown]
    public void Close() => _caches.Dispose();

    [Test]
    public async Task Plan_WithACache_IsTheSameAtEveryTime()
    {
        using var folder = Content();
        for (var hour = 0; hour < 240; hour += 5)
        {
            var now = $"2026-06-{8 + (hour / 24):00}T{hour % 24:00}:30:00Z";
            Assert.That(await Say(folder, "plan", now), Is.EqualTo(await Say(folder, "plan", now, "--no-cache")), now);
            Assert.That(
                await Say(folder, "validate", now),
                Is.EqualTo(await Say(folder, "validate", now, "--no-cache")),
                now
            );
        }
    }

    [TestCase("posts/first.md", "status: scheduled", "status: draft")]
    [TestCase("posts/first.md", "10:00", "11:00")]
    [TestCase("client.yaml", "America/New_York", "Europe/London")]
    [TestCase("lead-magnets/guide.md", "GUIDE", "OTHER")]
    [TestCase("../../galley.yaml", "min_gap: 30m", "min_gap: 9h")]
    public async Task Plan_AfterAChange_SaysIt(string file, string before, string after)
    {
        using var folder = Content();
        var first = await Say(folder, "plan", CliFixture.Now);

        Replace(folder, file, before, after);

        Assert.That(
            await Say(folder, "plan", CliFixture.Now),
            Is.EqualTo(await Say(folder, "plan", CliFixture.Now, "--no-cache"))
        );
        Assert.That(await Say(folder, "plan", CliFixture.Now), Is.Not.EqualTo(first));
    }

    [Test]
    public async Task Plan_InAGitCheckout_SeesAChangeThatKeepsSizeAndTime()
    {
        using var folder = Content();
        var clone = new GitClone(folder.Path);
        clone.Git("init", "--quiet");
        clone.Commit("README.md", "Ours.");
        var file = folder[Path.Combine("clients", Slug, "posts", "first.md")];
        var time = File.GetLastWriteTimeUtc(file);
        var first = await Say(folder, "plan", CliFixture.Now);

        Replace(folder, "posts/first.md", "10:00", "11:00");
        File.SetLastWriteTimeUtc(file, time);

        Assert.That(await Say(folder, "plan", CliFixture.Now), Is.Not.EqualTo(first));
        Assert.That(
            await Say(folder, "plan", CliFixture.Now),
            Is.EqualTo(await Say(folder, "plan", CliFixture.Now, "--no-cache"))
        );
    }

    [Test]
    public async Task Validate_AfterAStrayFolderCameAndWent_SaysSo()
    {
        using var folder = Content();
        var sound = await Say(folder, "validate", CliFixture.Now);

        Directory.CreateDirectory(folder[Path.Combine("clients", Slug, "notes")]);
        var stray = await Say(folder, "validate", CliFixture.Now);
        Directory.Delete(folder[Path.Combine("clients", Slug, "notes")]);

        Assert.That(stray.Out, Does.Contain("GAL108"));
        Assert.That(await Say(folder, "validate", CliFixture.Now), Is.EqualTo(sound));
    }

    [Test]
    public async Task Plan_AfterAnApply_ReadsTheLedgerAnew()
    {
        await using var fixture = await ApplyFixture.Set(TestClock.System);
        fixture.Post("launch", "2099-06-15 10:00", "Words.");
        var before = await fixture.Run("plan");

        var applied = await fixture.Online("2026-06-08T09:00:00Z", "apply");

        Assert.That(applied.ExitCode, Is.Zero, applied.Error);
        var after = await fixture.Run("plan");
        Assert.That(after.Out, Is.Not.EqualTo(before.Out));
        Assert.That(after.Out, Is.EqualTo((await fixture.Run("plan", "--no-cache")).Out));
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(40)]
    [TestCase(200)]
    [TestCase(-1)]
    public async Task Cache_ThatIsDamaged_IsMadeAnew(int at)
    {
        using var folder = Content();
        var sound = await Say(folder, "plan", CliFixture.Now);
        foreach (var file in CacheFiles)
        {
            var bytes = await File.ReadAllBytesAsync(file);
            bytes[at < 0 ? bytes.Length - 1 : at] ^= 0x55;
            await File.WriteAllBytesAsync(file, bytes);
        }

        Assert.That(await Say(folder, "plan", CliFixture.Now), Is.EqualTo(sound));
        Assert.That(await Say(folder, "plan", CliFixture.Now), Is.EqualTo(sound));
    }

    [Test]
    public async Task Cache_CutShort_OrDeleted_IsMadeAnew()
    {
        using var folder = Content();
        var sound = await Say(folder, "plan", CliFixture.Now);
        foreach (var file in CacheFiles)
        {
            await File.WriteAllBytesAsync(file, []);
        }

        Assert.That(await Say(folder, "plan", CliFixture.Now), Is.EqualTo(sound));

        Directory.Delete(Cache, recursive: true);

        Assert.That(await Say(folder, "plan", CliFixture.Now), Is.EqualTo(sound));
        Assert.That(CacheFiles, Is.Not.Empty);
    }

    [Test]
    public async Task Cache_UsedByManyAtOnce_SaysTheSameToAll()
    {
        using var folder = Content();
        var sound = await Say(folder, "plan", CliFixture.Now, "--no-cache");

        var all = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => Task.Run(() => Say(folder, "plan", CliFixture.Now)))
        );

        Assert.That(all, Has.All.EqualTo(sound));
    }

    [Test]
    public async Task Cache_ThatCanNotBeWritten_IsDoneWithout()
    {
        using var folder = Content();
        await File.WriteAllTextAsync(_caches["galley"], "a file where a folder would be");

        Assert.That(
            await Say(folder, "plan", CliFixture.Now),
            Is.EqualTo(await Say(folder, "plan", CliFixture.Now, "--no-cache"))
        );
    }

    [Test]
    public async Task Cache_InAGitCheckout_IsNotThere()
    {
        using var folder = Content();
        var clone = new GitClone(folder.Path);
        clone.Git("init", "--quiet");
        clone.Commit("README.md", "Ours.");
        await Say(folder, "plan", CliFixture.Now);

        Assert.That(clone.Git("status", "--porcelain", "--untracked-files=all", "--ignored"), Is.Empty);
        Assert.That(CacheFiles, Is.Not.Empty);
    }

    [Test]
    public async Task Cache_ThatABranchBrings_IsNotRead_AndItsLinksAreNotWrittenThrough()
    {
        using var folder = Content();
        var mine = folder[".galley/mine"];
        Directory.CreateDirectory(folder[".galley"]);
        await File.WriteAllTextAsync(mine, "words of the user");
        File.CreateSymbolicLink(folder[".galley/.gitignore"], mine);
        await Say(folder, "plan", CliFixture.Now);
        Directory.Move(Cache, folder[".galley/cache"]);
        Replace(folder, "posts/first.md", "10:00", "11:00");

        var run = await Say(folder, "plan", CliFixture.Now);

        Assert.That(run, Is.EqualTo(await Say(folder, "plan", CliFixture.Now, "--no-cache")));
        Assert.That(await File.ReadAllTextAsync(mine), Is.EqualTo("words of the user"));
    }

    [TestCase("galley", Description = "the cache is a link")]
    [TestCase("", Description = "the cache is in the work tree")]
    public async Task Cache_WhereAnybodyMayWrite_IsDoneWithout(string link)
    {
        using var folder = Content();
        using var elsewhere = new TemporaryFolder();
        if (link.Length > 0)
        {
            Directory.CreateSymbolicLink(_caches[link], elsewhere.Path);
        }

        var caches = link.Length > 0 ? _caches.Path : folder["caches"];
        var environment = new Dictionary<string, string> { ["XDG_CACHE_HOME"] = caches };
        await CliRun.In(folder.Path, environment, ["plan", "--now", CliFixture.Now]);

        Assert.That(Directory.GetFileSystemEntries(elsewhere.Path), Is.Empty);
        Assert.That(Directory.Exists(folder["caches"]), Is.False);
    }

    private static TemporaryFolder Content()
    {
        var folder = new TemporaryFolder();
        Put(folder, "../../galley.yaml", "limits:\n  min_gap: 30m\nsend_ahead: 30h\n");
        Put(
            folder,
            "client.yaml",
            "name: Northwind\nclient_id: 00000000-0000-4000-8000-000000000001\ntime_zone: America/New_York\n"
        );
        Put(
            folder,
            "lead-magnets/guide.md",
            "---\nkeyword: GUIDE\nresource_name: Guide\ntext_template: \"Here: <<resource_link>>\"\n---\nA page.\n"
        );
        Put(
            folder,
            "posts/first.md",
            "---\nstatus: scheduled\nscheduled_at: 2026-06-10 10:00\nlead_magnet: guide\n---\nFirst. Comment <<keyword>>.\n"
        );
        Put(
            folder,
            "posts/second.md",
            "---\nstatus: scheduled\nscheduled_at: 2026-06-13 15:00\nsend_ahead: 12h\n---\nSecond.\n"
        );
        Put(folder, "posts/third.md", "---\nstatus: scheduled\nscheduled_at: 2026-06-13 15:10\n---\nThird.\n");
        return folder;
    }

    private async Task<CliRun> Say(TemporaryFolder folder, string command, string now, params string[] more) =>
        (await CliRun.In(folder.Path, Environment, [command, "--format", "json", "--now", now, .. more])).WithoutNow;

    private Dictionary<string, string> Environment => new() { ["XDG_CACHE_HOME"] = _caches.Path };

    private string Cache => Directory.GetFileSystemEntries(_caches["galley"]).Single();

    private string[] CacheFiles => Directory.GetFiles(Cache);

    private static void Replace(TemporaryFolder folder, string path, string before, string after)
    {
        var file = Path.GetFullPath(folder[Path.Combine("clients", Slug, path)]);
        File.WriteAllText(file, File.ReadAllText(file).Replace(before, after, StringComparison.Ordinal));
    }

    private static void Put(TemporaryFolder folder, string path, string text)
    {
        var file = Path.GetFullPath(folder[Path.Combine("clients", Slug, path)]);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
