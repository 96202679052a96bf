using Galley.Content;
using Galley.Testing;

namespace Galley.Tests.Content;

/// <summary>Files that Git leaves out of a checkout look deleted, so Galley refuses to read it.</summary>
internal sealed class SkippedFilesTests
{
    private TemporaryFolder _folder = null!;
    private GitClone _clone = null!;

    [SetUp]
    public void CreateClone()
    {
        _folder = new TemporaryFolder();
        _clone = new GitClone(_folder.Path);
        _clone.Git("init", "--quiet", "--initial-branch=main");
        _clone.Commit("content/galley.yaml", "time_zone: Europe/London\n");
        _clone.Commit("content/clients/acme/client.yaml", ContentFolder.GoodClient);
        _clone.Commit("content/clients/acme/posts/a.md", "---\nstatus: draft\n---\nHi\n");
        _clone.Commit(
            "content/clients/beta/client.yaml",
            ContentFolder.GoodClient.Replace("0001", "0002", StringComparison.Ordinal)
        );
        _clone.Commit("docs/readme.txt", "Hi\n");
    }

    [TearDown]
    public void DeleteClone() => _folder.Dispose();

    [Test]
    public void Open_AWholeCheckout_ReadsIt()
    {
        Assert.That(Open().Slugs, Has.Length.EqualTo(2));
    }

    [Test]
    public void Open_ASparseCheckoutWithoutAClient_Refuses()
    {
        _clone.Git("sparse-checkout", "set", "content/clients/acme");

        Assert.That(
            Open,
            Throws
                .InstanceOf<GalleyException>()
                .With.Message.Contains("clients/beta/client.yaml")
                .And.Message.Contains("sparse-checkout disable")
        );
    }

    [Test]
    public void Open_ASparseCheckoutWithAllContent_ReadsIt()
    {
        _clone.Git("sparse-checkout", "set", "content");

        Assert.That(File.Exists(_folder["docs/readme.txt"]), Is.False);
        Assert.That(Open().Slugs, Has.Length.EqualTo(2));
    }

    [Test]
    public void Open_WithOneSkippedFile_RefusesOnlyWhenItIsNotThere()
    {
        _clone.Git("update-index", "--skip-worktree", "content/clients/acme/posts/a.md");
        Assert.That(Open().Slugs, Has.Length.EqualTo(2));

        File.Delete(_folder["content/clients/acme/posts/a.md"]);

        Assert.That(Open, Throws.InstanceOf<GalleyException>().With.Message.Contains("clients/acme/posts/a.md"));
    }

    [Test]
    public void Open_WithAFileThatSomebodyDeleted_ReadsTheRest()
    {
        _clone.Git("update-index", "--index-version", "4");
        File.Delete(_folder["content/clients/acme/posts/a.md"]);

        Assert.That(Open().Read("acme").Posts, Is.Empty);
    }

    [Test]
    public async Task Base_OfAKilledRun_IsDeletedByTheNext()
    {
        using (var other = await BaseContent.Open(_folder["content"], "HEAD", CancellationToken.None))
        {
            var killed = Directory.CreateTempSubdirectory("galley-base-").FullName;
            await File.WriteAllTextAsync(Path.Combine(killed, ".lock"), "");

            using var next = await BaseContent.Open(_folder["content"], "HEAD", CancellationToken.None);

            Assert.That(Directory.Exists(killed), Is.False);
            Assert.That(other.Repository.Slugs, Has.Length.EqualTo(2));
            Assert.That(Directory.Exists(other.Repository.Root), Is.True);
        }
    }

    private Repository Open() => Repository.Open(_folder["content"]);
}
