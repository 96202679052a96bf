using System.Text.Json;
using System.Text.RegularExpressions;
using Galley.Authoring;
using Galley.Authoring.Editor;
using Galley.Content;
using Galley.Testing;
using Snapshooter.NUnit;

namespace Galley.Tests.Authoring.Editor;

public class EditorSiteTests
{
    private const string Page = "clients/finch-revops/index.html";
    private static readonly Repository Example = Repository.Open(Checkout.Example);

    private static readonly GitHubBackend OnGitHub = new(
        "agency/content",
        "main",
        new Uri("https://sign-in.example/auth"),
        "content-example/"
    );

    /// <summary>What a person writes in the file itself, for a reason that a form can't show.</summary>
    private static readonly string[] LeftToTheFile =
    [
        "theme_id",
        "send_ahead",
        "moved_from",
        "repeat_of",
        "key",
        "text_format",
        "body_file",
        "delivery_mode",
        "confirm_missing_magnet_url",
        "confirm_legacy_placeholder",
    ];

    [Test]
    public void Config_OnGitHub_HasAListForEachFolderKindAndEnding() =>
        Snapshot.Match(Text("clients/finch-revops/config.yml"));

    [Test]
    public void Folders_BelowPosts_AreListsOfTheirOwn() =>
        Assert.That(
            EditedClient.From(Example, "kestrel-cold-chain").Folders.Select(folder => $"{folder.Path} {folder.Ending}"),
            Is.EqualTo(
                new[]
                {
                    "clients/kestrel-cold-chain/posts md",
                    "clients/kestrel-cold-chain/posts yaml",
                    "clients/kestrel-cold-chain/posts/ideas md",
                    "clients/kestrel-cold-chain/lead-magnets md",
                    "clients/kestrel-cold-chain/lead-magnets yaml",
                }
            )
        );

    [TestCase("post")]
    [TestCase("lead-magnet")]
    public void Fields_OfTheSchema_AreInTheFormOrLeftToTheFile(string kind)
    {
        using var schema = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(Checkout.Root, $"schemas/{kind}.schema.json"))
        );
        var config = Text("clients/finch-revops/config.yml");

        var missing = schema
            .RootElement.GetProperty("properties")
            .EnumerateObject()
            .Select(field => field.Name)
            .Except(LeftToTheFile)
            .Where(name => !config.Contains($"- name: {name}\n", StringComparison.Ordinal));

        Assert.That(missing, Is.Empty, "give each a line in FieldWords, or leave it to the file");
    }

    [Test]
    public void Page_OnGitHub_SpeaksToGitHubAloneAndRunsNoScriptOfItsOwnText()
    {
        var page = Text(Page);

        var policy = Regex.Match(page, "Content-Security-Policy\" content=\"([^\"]*)").Groups[1].Value;
        Assert.That(
            Regex.Matches(policy, "https?://[^ ;]+").Select(match => match.Value),
            Is.EquivalentTo(
                new[]
                {
                    "https://avatars.githubusercontent.com",
                    "https://api.github.com",
                    "https://www.githubstatus.com",
                }
            )
        );
        Assert.That(policy, Does.Contain("default-src 'none'").And.Contain("script-src 'self' "));
        Assert.That(Regex.Match(policy, "script-src[^;]*").Value, Does.Not.Contain("unsafe-inline"));
        Assert.That(Regex.Matches(page, "<script(?! (type=\"module\" )?src=\"\\.\\./\\.\\./)"), Is.Empty);
    }

    /// <summary>A page on GitHub Pages can be read by whoever knows its address.</summary>
    [Test]
    public void Site_OfTheExample_HoldsNothingOfItsContent()
    {
        var pages = string.Concat(
            Files(OnGitHub)
                .Where(file => !file.Path.StartsWith("editor/", StringComparison.Ordinal))
                .Select(file => file.Text)
        );
        var secrets = Example
            .Slugs.Select(Example.Read)
            .SelectMany(content =>
                content
                    .Posts.SelectMany(post => new[] { post.Key, post.Body.Split('\n')[0] })
                    .Append(content.Client!.Account.Id)
            );

        Assert.That(secrets.Where(secret => pages.Contains(secret, StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public void Page_OnThisMachine_SpeaksToItsOwnServerAlone()
    {
        var page = Files(new LocalBackend()).Single(file => file.Path == Page).Text;

        Assert.That(page, Does.Contain("connect-src &#39;self&#39;").Or.Contain("connect-src 'self'"));
        Assert.That(page, Does.Not.Contain("api.github.com"));
    }

    private static string Text(string path) => Files(OnGitHub).Single(file => file.Path == path).Text;

    private static IEnumerable<NewFile> Files(EditorBackend backend) =>
        EditorSite.Files(
            [.. Example.Slugs.Select(slug => EditedClient.From(Example, slug))],
            new EditorOptions
            {
                Backend = backend,
                Root = Checkout.Example,
                Schemas = SchemaFolder.Find(Checkout.Example),
            }
        );
}
