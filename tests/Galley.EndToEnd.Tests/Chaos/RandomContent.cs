using System.Globalization;
using Galley.Sandbox.Accounts;
using Galley.Testing;

namespace Galley.EndToEnd.Tests.Chaos;

/// <summary>An agency's content as people begin it and change it from day to day. No two texts, times or keywords are alike.</summary>
internal sealed class RandomContent(Random random)
{
    private static readonly string[] Slugs = ["acme", "bolt", "cove"];
    private static readonly DateTime FirstTime = new(2026, 6, 20, 8, 0, 0);

    private readonly List<PostFile> _posts = [];
    private readonly List<MagnetFile> _magnets = [];
    private readonly List<string> _clients = [.. random.GetItems(Slugs, random.Next(1, Slugs.Length + 1)).Distinct()];
    private int _count;

    /// <summary>Publishes for itself, with a key of its own.</summary>
    public static SandboxAccount Direct { get; } = new(AccountOf("cove"), "Cove", Label: "cove");

    public static SandboxAccounts Accounts { get; } =
        new()
        {
            Clients =
            [
                .. Slugs
                    .Where(slug => slug != Direct.Label)
                    .Select(slug => new SandboxClient(AccountOf(slug), slug, Label: slug)),
            ],
            Direct = [Direct],
        };

    public void Begin(ChaosFixture fixture)
    {
        var files = new Dictionary<string, object> { ["galley.yaml"] = "time_zone: Europe/London\n" };
        foreach (var slug in _clients)
        {
            files[$"clients/{slug}/client.yaml"] =
                $"name: {slug}\n{(slug == Direct.Label ? "user_id" : "client_id")}: {AccountOf(slug)}\n";
            for (var picture = 1; picture <= 2; picture++)
            {
                files[$"clients/{slug}/media/{picture}.png"] = SampleMedia.Png(1200 + picture);
            }
        }

        fixture.Write(files);
        Repeat(random.Next(0, 3), () => AddMagnet(fixture));
        Repeat(random.Next(1, 7), () => AddPost(fixture));
    }

    /// <summary>A post that people made in LeadPanther, and then wrote down.</summary>
    public MadeElsewhere AddOneMadeElsewhere(ChaosFixture fixture)
    {
        var number = ++_count;
        var post = new PostFile(Pick(_clients), $"post-{number}", $"Text {number}.", FirstTime.AddHours(2 * number));
        Put(fixture, post);
        return new MadeElsewhere(post.Slug, AccountOf(post.Slug), post.Key, post.Words, post.At);
    }

    public void Change(ChaosFixture fixture) => Repeat(random.Next(1, 4), () => ChangeOne(fixture));

    private void ChangeOne(ChaosFixture fixture)
    {
        switch (random.Next(8))
        {
            case 0:
                AddMagnet(fixture);
                break;
            case 1 when _posts.Count > 0:
                Delete(fixture, Pick(_posts));
                break;
            case 2 when _posts.Count > 0:
                Rename(fixture, Pick(_posts));
                break;
            case 3 when _posts.Count > 0:
                Edit(fixture, Pick(_posts));
                break;
            default:
                AddPost(fixture);
                break;
        }
    }

    private void AddPost(ChaosFixture fixture)
    {
        var number = ++_count;
        var slug = Pick(_clients);
        var magnets = _magnets.Where(magnet => magnet.Slug == slug).ToList();
        Put(
            fixture,
            new PostFile(slug, $"post-{number}", $"Text {number}.", FirstTime.AddHours(2 * number))
            {
                Magnet = magnets.Count > 0 && random.Next(2) == 0 ? Pick(magnets) : null,
                Picture = random.Next(3) == 0 ? random.Next(1, 3) : null,
                // A window that is open, and one that never is here.
                SendAhead = random.Next(6) switch
                {
                    0 => "60d",
                    1 => "1h",
                    _ => null,
                },
            }
        );
    }

    private void AddMagnet(ChaosFixture fixture)
    {
        var magnet = new MagnetFile(Pick(_clients), $"magnet-{++_count}", $"WORD{_count}");
        _magnets.Add(magnet);
        fixture.Write(new Dictionary<string, object> { [magnet.Path] = magnet.Text });
    }

    private void Delete(ChaosFixture fixture, PostFile post)
    {
        _posts.Remove(post);
        fixture.Delete(post.Path);
    }

    private void Rename(ChaosFixture fixture, PostFile post)
    {
        Delete(fixture, post);
        Put(fixture, post with { Key = $"post-{++_count}", MovedFrom = post.Key });
    }

    private void Edit(ChaosFixture fixture, PostFile post)
    {
        _posts.Remove(post);
        Put(fixture, post with { Words = $"Text {++_count}, better." });
    }

    private void Put(ChaosFixture fixture, PostFile post)
    {
        _posts.Add(post);
        fixture.Write(new Dictionary<string, object> { [post.Path] = post.Text });
    }

    private T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];

    private static void Repeat(int times, Action action)
    {
        for (var i = 0; i < times; i++)
        {
            action();
        }
    }

    private static string AccountOf(string slug) =>
        $"00000000-0000-4000-8000-00000000000{Array.IndexOf(Slugs, slug) + 1}";

    private sealed record PostFile(string Slug, string Key, string Words, DateTime At)
    {
        public MagnetFile? Magnet { get; init; }
        public int? Picture { get; init; }
        public string? SendAhead { get; init; }
        public string? MovedFrom { get; init; }

        public string Path => $"clients/{Slug}/posts/{Key}.md";

        public string Text =>
            string.Join('\n', [.. Fields, Magnet is null ? Words : $"{Words} Comment {Magnet.Keyword}.", ""]);

        private IEnumerable<string> Fields =>
            [
                "---",
                "status: scheduled",
                $"scheduled_at: {At.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)}",
                .. Magnet is null ? Array.Empty<string>() : [$"lead_magnet: {Magnet.Key}"],
                .. Picture is null ? Array.Empty<string>() : [$"images: [{Picture}.png]"],
                .. SendAhead is null ? Array.Empty<string>() : [$"send_ahead: {SendAhead}"],
                .. MovedFrom is null ? Array.Empty<string>() : [$"moved_from: {MovedFrom}"],
                "---",
            ];
    }

    private sealed record MagnetFile(string Slug, string Key, string Keyword)
    {
        public string Path => $"clients/{Slug}/lead-magnets/{Key}.md";

        public string Text =>
            $"---\nkeyword: {Keyword}\nresource_name: Guide {Keyword}\ntext_template: \"Here: "
            + $"<<resource_link>>\"\n---\n# {Keyword}\n\nAll of it.\n";
    }
}
