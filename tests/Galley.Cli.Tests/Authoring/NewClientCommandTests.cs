using Galley.Cli.Tests.Running;
using Galley.Testing;
using Snapshooter.NUnit;

namespace Galley.Cli.Tests.Authoring;

internal sealed class NewClientCommandTests
{
    private static readonly string[] Cafe =
    [
        "new",
        "client",
        "--name",
        "Café Olé",
        "--client-id",
        "00000000-0000-4000-8000-000000000002",
    ];

    [Test]
    public async Task Client_WithFlags_ValidatesWithItsReadme()
    {
        using var repo = await NewRepo.Init();

        var run = await repo.Galley([.. Cafe, "--time-zone", "America/New_York"]);

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(repo.Client("cafe-ole").Client!.Zone.Id, Is.EqualTo("America/New_York"));
        Assert.That(repo.Problems(), Is.Empty);
        Assert.That(run.Error, Does.Contain("OWNER/REPO"), "no remote is known");
        Snapshot.Match(repo.Read("clients/cafe-ole/README.md"));
    }

    [TestCase("git@github.com:octo/content.git", "https://github.com/octo/content/new/main/")]
    [TestCase("https://x-access-token:secret@github.com/octo/content", "https://github.com/octo/content/new/main/")]
    [TestCase(
        "ssh://git@github.example.com:2222/octo/content.git",
        "https://github.example.com/octo/content/new/main/"
    )]
    [TestCase("https://gitlab.com/octo/content.git", "https://github.com/OWNER/REPO/new/main/")]
    public async Task Readme_OfARepositoryWithARemote_OpensItsWebEditor(string remote, string link)
    {
        using var repo = await NewRepo.Init();
        var git = new GitClone(repo.Root);
        git.Git("init", "--quiet", "--initial-branch=main");
        git.Git("remote", "add", "origin", remote);

        await repo.Galley(Cafe);

        var readme = repo.Read("clients/cafe-ole/README.md");
        Assert.That(
            readme,
            Does.Contain(
                $"({link}clients/cafe-ole/posts?filename=my-new-post.md&value=---%0A%23%20yaml-language-server"
            )
        );
        Assert.That(readme, Does.Not.Contain("secret"));
    }

    [Test]
    public async Task Links_OfTheReadme_HoldFilesThatValidate()
    {
        using var repo = await NewRepo.Init();
        await repo.Galley(Cafe);

        foreach (
            var link in repo.Read("clients/cafe-ole/README.md")
                .Split('(', ')')
                .Where(part => part.StartsWith("https://", StringComparison.Ordinal))
        )
        {
            var query = new Uri(link)
                .Query.TrimStart('?')
                .Split('&')
                .Select(pair => Uri.UnescapeDataString(pair[(pair.IndexOf('=') + 1)..]))
                .ToList();
            repo.Write($"{new Uri(link).AbsolutePath.Split("/main/")[1]}/{query[0]}", query[1]);
        }

        Assert.That(repo.Client("cafe-ole").Posts, Has.Length.EqualTo(1));
        Assert.That(repo.Client("cafe-ole").LeadMagnets, Has.Length.EqualTo(1));
        Assert.That(repo.Problems(), Is.Empty);
    }

    [Test]
    public async Task Readme_OnceMore_BringsTheTimesUpToDateAndNothingElse()
    {
        using var repo = await NewRepo.Init();
        await repo.Galley("new", "client", "--client", NewRepo.Slug, "--readme");
        var path = $"clients/{NewRepo.Slug}/README.md";
        repo.Write(path, repo.Read(path).Replace("# Northwind Traders", "# Our own title", StringComparison.Ordinal));
        await repo.Galley("new", "post", "--key", "another");

        var run = await repo.Galley("new", "client", "--client", NewRepo.Slug, "--readme");

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(
            repo.Read(path),
            Does.StartWith("# Our own title")
                .And.Contain("| Tue 2026-06-09 09:00 | our-first-post |\n| Wed 2026-06-10 09:00 | another |")
        );
    }

    [TestCase("already", "--name", "Northwind Traders", "--client-id", "00000000-0000-4000-8000-000000000002")]
    [TestCase("not a LeadPanther id", "--name", "Acme", "--client-id", "42")]
    [TestCase(
        "Did you mean \"Europe/Berlin\"",
        "--name",
        "Acme",
        "--client-id",
        "00000000-0000-4000-8000-000000000002",
        "--time-zone",
        "Berlin"
    )]
    [TestCase("Add --name", "--client-id", "00000000-0000-4000-8000-000000000002")]
    [TestCase(
        "can't be a",
        "--name",
        "Acme",
        "--client",
        "../x",
        "--client-id",
        "00000000-0000-4000-8000-000000000002"
    )]
    public async Task Client_ThatCanNotBe_IsRefusedBeforeAnythingIsWritten(string words, params string[] args)
    {
        using var repo = await NewRepo.Init();

        var run = await repo.Galley(["new", "client", .. args]);

        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Error, Does.Contain(words));
        Assert.That(Directory.GetDirectories(Path.Combine(repo.Root, "clients")), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task Answers_ThatCanNotBe_AreAskedForAgain()
    {
        using var repo = await NewRepo.Init();

        var run = await repo.Answering(
            [
                "",
                "Acme",
                "a/b",
                "northwind-traders",
                "acme",
                "42",
                "00000000-0000-4000-8000-000000000002",
                "EST",
                "Berlin",
                "Europe/Berlin",
            ],
            "new",
            "client"
        );

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(repo.Client("acme").Client!.Zone.Id, Is.EqualTo("Europe/Berlin"));
        Assert.That(
            run.Error,
            Does.Contain("Please type an answer.")
                .And.Contain("\"a/b\" can't be a folder name.")
                .And.Contain("The client \"northwind-traders\" already exists.")
                .And.Contain("which is not a LeadPanther id")
                .And.Contain("\"EST\" does not follow the clocks of a place")
                .And.Contain("Did you mean \"Europe/Berlin\"?")
        );
    }

    [Test]
    public async Task Client_WithTheAccountOfAnother_IsSaidToShareIt()
    {
        using var repo = await NewRepo.Init();

        var run = await repo.Galley(
            "new",
            "client",
            "--name",
            "Acme",
            "--client-id",
            "00000000-0000-4000-8000-000000000001"
        );

        Assert.That(run.ExitCode, Is.EqualTo(3));
        Assert.That(run.Error, Does.Contain("is also the account of the client northwind-traders"));
    }
}
