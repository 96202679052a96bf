using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Galley.Cli.Hosting;
using Galley.Cli.Serving;
using Galley.Cli.Tests.Running;
using Galley.Testing;

namespace Galley.Cli.Tests.Commands;

/// <summary>The editor's command, and its server on this machine as a page (or somebody else's page) would ask it.</summary>
internal sealed class EditorCommandTests
{
    private const string SignIn = "https://sign-in.example/auth";
    private const string Post = "clients/northwind/posts/launch.md";

    [Test]
    public async Task Editor_WithoutAPlace_SaysWhatToChoose()
    {
        using var repo = await NewRepo.Init();

        var run = await repo.Galley("editor");

        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Error, Does.Contain("--out DIR").And.Contain("--local"));
    }

    [Test]
    public async Task Editor_WithoutARemoteOnGitHub_AsksForTheRepository()
    {
        using var repo = await NewRepo.Init();

        var run = await repo.Galley("editor", "--out", "editor");

        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Error, Does.Contain("--repo OWNER/REPO"));
    }

    [Test]
    public async Task Editor_SignInWithoutTls_IsRefused()
    {
        using var repo = await NewRepo.Init();

        var run = await repo.Galley(
            "editor",
            "--out",
            "editor",
            "--repo",
            "a/b",
            "--sign-in",
            "http://sign-in.example"
        );

        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Error, Does.Contain("begins with https://"));
    }

    [Test]
    public async Task Editor_WithoutAServerToSignIn_AsksForIt()
    {
        using var repo = await NewRepo.Init();

        var run = await repo.Galley("editor", "--out", "editor", "--repo", "a/b");

        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Error, Does.Contain("--sign-in URL").And.Contain("docs/editor.md"));
    }

    [Test]
    public async Task Editor_BuiltWithoutItsParts_SaysHowToGetThem()
    {
        if (EditorParts.AreThere)
        {
            Assert.Ignore("This build has the editor's parts.");
        }

        using var repo = await NewRepo.Init();

        var run = await repo.Galley("editor", "--out", "editor", "--repo", "a/b", "--sign-in", SignIn);

        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Error, Does.Contain("dotnet cake --target=Editor"));
    }

    [Test]
    public async Task Editor_ToAFolder_WritesAPageForEachClientWithAllItsParts()
    {
        NeedsParts();
        using var repo = await NewRepo.Init();

        var run = await repo.Galley(
            "editor",
            "--out",
            "site",
            "--repo",
            "agency/content",
            "--sign-in",
            SignIn,
            "--format",
            "json"
        );

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That((int?)run.Json["clients"], Is.EqualTo(1));
        var site = Path.Combine(repo.Root, "site");
        foreach (
            var path in new[]
            {
                "index.html",
                $"clients/{NewRepo.Slug}/index.html",
                $"clients/{NewRepo.Slug}/config.yml",
                "decap/decap-cms.js",
                "yaml/index.js",
                "galley/_framework/dotnet.js",
                "editor/editor.mjs",
                "licences.txt",
            }
        )
        {
            Assert.That(File.Exists(Path.Combine(site, path)), path);
        }
    }

    [TestCase("../secret.md")]
    [TestCase("clients/northwind/posts/../../../secret.md")]
    [TestCase("/etc/passwd")]
    [TestCase("clients/northwind/posts/.hidden.md")]
    [TestCase("clients\\northwind\\posts\\launch.md")]
    [TestCase("clients/northwind/client.yaml")]
    [TestCase("galley.yaml")]
    [TestCase("clients/northwind/posts/run.sh")]
    [TestCase("styles/house/posts/x.md")]
    [TestCase("clients/northwind/linked/x.md")]
    [TestCase("clients/northwind/posts/linked.md")]
    [TestCase("")]
    public async Task Save_OutsidePostsAndLeadMagnets_IsRefusedAndWritesNothing(string path)
    {
        using var files = Content();
        File.WriteAllText(files["secret.md"], "secret");
        Directory.CreateSymbolicLink(files["clients/northwind/linked"], files.Path);
        File.CreateSymbolicLink(files["clients/northwind/posts/linked.md"], files["secret.md"]);
        var before = Texts(files);
        await using var server = await Start(files);

        var answer = await Ask(server, Save(path));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("outside what the editor may touch"));
        Assert.That(Texts(files), Is.EquivalentTo(before));
    }

    [TestCase("../secret.md")]
    [TestCase("clients/northwind/posts/linked.md")]
    [TestCase(".git/config")]
    public async Task Read_OutsideTheContent_IsRefused(string path)
    {
        using var files = Content();
        File.WriteAllText(files["secret.md"], "secret");
        File.CreateSymbolicLink(files["clients/northwind/posts/linked.md"], files["secret.md"]);
        await using var server = await Start(files);

        var answer = await Ask(server, $$$"""{"action": "getEntry", "params": {"path": "{{{path}}}"}}""");

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
    }

    [Test]
    public async Task Save_WithAPictureThatIsNone_WritesNothingAtAll()
    {
        using var files = Content();
        await using var server = await Start(files);

        var answer = await Ask(server, Save(Post, "clients/northwind/media/page.html"));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(File.ReadAllText(files[Post]), Is.EqualTo("old"));
    }

    [Test]
    public async Task Save_OfAPostWithAPicture_WritesBothAsTheyCame()
    {
        using var files = Content();
        await using var server = await Start(files);

        var answer = await Ask(server, Save(Post, "clients/northwind/media/new.png"));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(File.ReadAllText(files[Post]), Is.EqualTo("new\r\n"));
        Assert.That(File.ReadAllBytes(files["clients/northwind/media/new.png"]), Is.EqualTo(new byte[] { 1, 2, 3 }));
    }

    [Test]
    public async Task List_OfAFolder_HasTheFilesOfTheEndingWithinTheDepth()
    {
        using var files = Content();
        Directory.CreateDirectory(files["clients/northwind/posts/ideas"]);
        File.WriteAllText(files["clients/northwind/posts/ideas/later.md"], "later");
        File.WriteAllText(files["clients/northwind/posts/other.yaml"], "other");
        await using var server = await Start(files);

        var flat = await Paths(server, 1);
        var deep = await Paths(server, 20);

        Assert.That(flat, Is.EqualTo(new[] { Post }));
        Assert.That(deep, Is.EqualTo(new[] { "clients/northwind/posts/ideas/later.md", Post }));
    }

    [Test]
    public async Task Request_OfAnotherSite_IsRefused()
    {
        using var files = Content();
        await using var server = await Start(files);
        using var otherOrigin = Request(server, Save(Post));
        otherOrigin.Headers.Add("Origin", "https://evil.example");
        using var simple = Request(server, Save(Post));
        simple.Content!.Headers.ContentType = new MediaTypeHeaderValue("text/plain");
        using var rebound = Request(server, Save(Post));
        rebound.Headers.Host = "evil.example";
        using var get = new HttpRequestMessage(HttpMethod.Get, new Uri(server.Url, "api/v1"));
#pragma warning disable RS0030 // The editor's server is asked as a browser asks it, without Galley's client.
        using var http = new HttpClient();
#pragma warning restore RS0030

        Assert.That((await http.SendAsync(otherOrigin)).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That((await http.SendAsync(simple)).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That((await http.SendAsync(rebound)).StatusCode, Is.EqualTo(HttpStatusCode.MisdirectedRequest));
        Assert.That((await http.SendAsync(get)).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(File.ReadAllText(files[Post]), Is.EqualTo("old"));
    }

    [TestCase("not json")]
    [TestCase("{}")]
    [TestCase("""{"action": "persistEntry", "params": {}}""")]
    [TestCase("""{"action": "format-disk", "params": {}}""")]
    public async Task Request_ThatMakesNoSense_IsRefusedInASentence(string body)
    {
        using var files = Content();
        await using var server = await Start(files);

        var answer = await Ask(server, body);

        Assert.That((int)answer.StatusCode, Is.InRange(400, 499));
        Assert.That((string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["error"], Is.Not.Empty);
    }

    private static TemporaryFolder Content()
    {
        var files = new TemporaryFolder();
        Directory.CreateDirectory(files["clients/northwind/posts"]);
        File.WriteAllText(files["galley.yaml"], "");
        File.WriteAllText(files["clients/northwind/client.yaml"], "name: Northwind\n");
        File.WriteAllText(files[Post], "old");
        return files;
    }

    private static Dictionary<string, string> Texts(TemporaryFolder files) =>
        Directory
            .EnumerateFiles(
                files.Path,
                "*",
                new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint }
            )
            .ToDictionary(path => path, File.ReadAllText);

    private static Task<LoopbackServer> Start(TemporaryFolder files) =>
        new EditorServer(files.Path, new Dictionary<string, byte[]>()).Start(0, CancellationToken.None);

    private static string Save(string path, params string[] pictures) =>
        new JsonObject
        {
            ["action"] = "persistEntry",
            ["params"] = new JsonObject
            {
                ["dataFiles"] = new JsonArray(new JsonObject { ["path"] = path, ["raw"] = "new\r\n" }),
                ["assets"] = new JsonArray([
                    .. pictures.Select(picture => new JsonObject
                    {
                        ["path"] = picture,
                        ["content"] = Convert.ToBase64String([1, 2, 3]),
                        ["encoding"] = "base64",
                    }),
                ]),
            },
        }.ToJsonString();

    private static async Task<IEnumerable<string?>> Paths(LoopbackServer server, int depth)
    {
        var answer = await Ask(
            server,
            $$$"""{"action": "entriesByFolder", "params": {"folder": "clients/northwind/posts", "extension": "md", "depth": {{{depth}}}}}"""
        );
        return JsonNode
            .Parse(await answer.Content.ReadAsStringAsync())!
            .AsArray()
            .Select(entry => (string?)entry!["file"]!["path"]);
    }

    private static async Task<HttpResponseMessage> Ask(LoopbackServer server, string body)
    {
#pragma warning disable RS0030 // The editor's server is asked as a browser asks it, without Galley's client.
        using var http = new HttpClient();
#pragma warning restore RS0030
        using var request = Request(server, body);
        return await http.SendAsync(request);
    }

    private static HttpRequestMessage Request(LoopbackServer server, string body) =>
        new(HttpMethod.Post, new Uri(server.Url, "api/v1"))
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };

    private static void NeedsParts()
    {
        if (!EditorParts.AreThere)
        {
            Assert.Ignore(
                "This build lacks the editor's parts: `dotnet cake --target=EditorParts` makes them, with npm."
            );
        }
    }
}
