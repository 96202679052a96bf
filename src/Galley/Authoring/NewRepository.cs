using Galley.Content;
using NodaTime;

namespace Galley.Authoring;

/// <summary>The files of a new content repository.</summary>
/// <param name="Slug">The first client's folder.</param>
/// <param name="Branch">The branch that will publish.</param>
/// <param name="Release">What the jobs on GitHub run.</param>
public sealed record NewRepository(string Slug, ClientDraft Client, string Branch, ReleaseFile Release)
{
    private const string MagnetKey = "monday-numbers";
    private const string PostKey = "our-first-post";

    /// <summary>The id to replace. The rule for GAL220 knows it.</summary>
    public static readonly Account AccountToFillIn = new("00000000-0000-0000-0000-000000000000", IsDirect: false);

    /// <summary>All files, the most important ones first.</summary>
    public IEnumerable<NewFile> Files(string root, Instant now) =>
        [
            Settings(root),
            .. FirstClient(root, now),
            .. SchemaFolder.Files(),
            .. new GitHubFiles(Slug, Branch, Release).Create(),
            new(".vscode/settings.json", EditorSettings),
            new(".gitattributes", GitAttributes),
            new("README.md", Readme),
        ];

    private NewFile Settings(string root) =>
        new(
            ContentRoot.SettingsFile,
            $"""
            {SchemaFolder.In(root).LineFor(root, ContentRoot.SettingsFile, "galley")}
            # Settings for all clients. schemas/galley.schema.json describes each of them.
            time_zone: {Client.TimeZone}
            # Galley records what it sent in the folder galley-ledger. If GitHub publishes for you, use a branch instead:
            # ledger: git:galley-ledger
            limits:
              min_gap: 2h

            """
        );

    private IEnumerable<NewFile> FirstClient(string root, Instant now)
    {
        var schemas = SchemaFolder.In(root);
        var folder = $"clients/{Slug}";
        var clientPath = $"{folder}/client.yaml";
        yield return new NewFile(
            clientPath,
            ClientFile.Write(Client with { TimeZone = null }, schemas.LineFor(root, clientPath, "client")) + IdHint
        );

        var magnetPath = $"{folder}/lead-magnets/{MagnetKey}.md";
        var postPath = $"{folder}/posts/{PostKey}.md";
        var magnet = new LeadMagnetDraft("NUMBERS", "Monday Numbers Guide", StarterText.Page("Monday Numbers Guide"))
        {
            Hint = StarterText.LeadMagnetHint(postPath),
        };
        yield return new NewFile(
            magnetPath,
            LeadMagnetFile.Write(magnet, magnetPath, schemas.LineFor(root, magnetPath, "lead-magnet"))
        );

        var zone = DateTimeZoneProviders.Tzdb[Client.TimeZone!];
        var limits = new Limits();
        var free = FreeTime.Next(
            new Schedule(new ClientContent { Slug = Slug }, limits),
            new PostingTimes(zone),
            limits,
            now
        );
        var post = new PostDraft
        {
            ScheduledAt = LocalTimeText.Format(free.At, zone),
            LeadMagnet = MagnetKey,
            Body = StarterText.Post(hasLeadMagnet: true),
            Hint = StarterText.PostHint,
        };
        yield return new NewFile(postPath, PostFile.Write(post, postPath, schemas.LineFor(root, postPath, "post")));
    }

    private string IdHint =>
        Client.Account == AccountToFillIn
            ? "# Write the client's own id here. `galley clients` lists the clients of your agency.\n"
            : "";

    private const string EditorSettings = """
        {
          "yaml.schemas": {
            "./schemas/galley.schema.json": ["/galley.yaml"],
            "./schemas/client.schema.json": ["/clients/*/client.yaml"],
            "./schemas/post.schema.json": ["/clients/*/posts/**/*.yaml"],
            "./schemas/lead-magnet.schema.json": ["/clients/*/lead-magnets/**/*.yaml"],
            "./schemas/style.schema.json": ["/styles/**/*.yaml", "/clients/*/styles/**/*.yaml"]
          },
          "yaml.yamlVersion": "1.2",
          "files.encoding": "utf8",
          "files.eol": "\n"
        }

        """;

    private const string GitAttributes = """
        * text=auto eol=lf
        *.png binary
        *.jpg binary
        *.jpeg binary
        *.gif binary
        *.webp binary
        *.pdf binary

        """;

    private string Readme =>
        $"""
            # Our LinkedIn posts

            Each post and each lead magnet is a file. Galley checks every change, and publishes through LeadPanther what you merge.

            ```text
            galley.yaml                    settings for all clients
            clients/{Slug}/
              client.yaml                  the client's name and LeadPanther account
              posts/                       one file per post
              lead-magnets/                one file per lead magnet
              media/                       pictures and PDFs
            schemas/                       help for editors: every field with its meaning
            .github/                       what GitHub does on each pull request and merge
            ```

            GitHub checks and publishes. To work on your own machine, install galley as Galley's own README says.

            | command | what it does |
            | --- | --- |
            | `galley new post --client {Slug}` | makes a post at the next free time |
            | `galley new lead-magnet --client {Slug}` | makes a lead magnet and a draft post that offers it |
            | `galley new client` | makes another client |
            | `galley import FILE --client {Slug}` | makes posts from a spreadsheet |
            | `galley validate` | lists every problem and what to type instead |
            | `galley plan` | shows what would be sent, and sends nothing |

            """;
}
