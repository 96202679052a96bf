using System.Text;
using Galley.Api;
using Galley.Content;
using Galley.Diagnostics;
using Galley.Ledger;
using Galley.Ledger.Metrics;
using Galley.Ledger.Stores;
using Galley.Testing;
using Galley.Testing.Time;
using NJsonSchema;
using static Galley.Tests.Ledger.LedgerTestEvents;

namespace Galley.Tests.Ledger.Metrics;

/// <summary>The metrics files, over both stores.</summary>
[TestFixture("folder:galley-ledger")]
[TestFixture("git:galley-ledger")]
internal sealed class MetricsTests(string uri)
{
    private static readonly LeadMagnetMetrics Figures = new(300, 240, false, 24, 0.1, 22, 8, 16, 24);
    private TemporaryFolder _root = null!;
    private GitClone _clone = null!;

    [SetUp]
    public async Task MakeLedger()
    {
        _root = new TemporaryFolder();
        _clone = GitClone.Bare(_root["remote.git"]).Clone(_root["clone"]).Commit("galley.yaml", "notify: []\n");
        await LedgerFactory.Init(LedgerUri.Parse(uri), _clone.Folder, Options(), default);
    }

    [TearDown]
    public void RemoveLedger() => _root.Dispose();

    [Test]
    public async Task Lines_OfSeveralRefreshes_AreKeptInOrder_PerAccount()
    {
        await Add(Northwind, Post("a", 1), Magnet());
        await Add(Contoso, Post("b", 2));
        await Add(Northwind, Post("a", 3));

        await using var ledger = await Open();
        Assert.That(
            await ledger.Metrics(Northwind.Id, default),
            Is.EqualTo(new[] { Post("a", 1), Magnet(), Post("a", 3) })
        );
        Assert.That(await ledger.Metrics(Contoso.Id, default), Is.EqualTo(new[] { Post("b", 2) }));
        Assert.That(await ledger.Metrics("00000000-0000-4000-8000-000000000003", default), Is.Empty);
    }

    [Test]
    public async Task Events_BeforeAndAfterThem_AreUntouched_AndTheLedgerStaysWhole()
    {
        await using (var ledger = await Open())
        {
            await ledger.Record(Northwind, [Created("a", "id-1")], default);
            await ledger.AddMetrics(
                new Dictionary<string, IReadOnlyList<MetricsLine>> { [Northwind.Id] = [Post("a", 1)] },
                default
            );
            await ledger.Record(Northwind, [Created("b", "id-2")], default);
        }

        var inspection = await LedgerFactory.Inspect(LedgerUri.Parse(uri), _clone.Folder, Options(), default);
        Assert.That(inspection!.IsWhole);
        Assert.That(inspection.Files.Single().Events, Has.Count.EqualTo(2));
        await using var again = await Open();
        Assert.That(await again.Metrics(Northwind.Id, default), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task Lines_FitTheSchema()
    {
        await using var stream = typeof(ILedger).Assembly.GetManifestResourceStream(
            "schemas/metrics-line.schema.json"
        )!;
        var schema = await JsonSchema.FromJsonAsync(await new StreamReader(stream).ReadToEndAsync());

        var lines = Encoding
            .UTF8.GetString(MetricsFormat.Write([Post("a", 1), Magnet()]))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.That(lines, Has.Length.EqualTo(2));
        Assert.That(lines.SelectMany(line => schema.Validate(line)), Is.Empty);
    }

    [Test]
    public async Task Refreshes_OfTwoRunsAtOnce_LoseNoLine()
    {
        if (uri.StartsWith("folder:", StringComparison.Ordinal))
        {
            return;
        }

        await using var one = await Open();
        await using var two = await Open();

        await Task.WhenAll(
            new[] { one, two }.Select(
                (ledger, i) =>
                    ledger.AddMetrics(
                        new Dictionary<string, IReadOnlyList<MetricsLine>> { [Northwind.Id] = [Post("a", i)] },
                        default
                    )
            )
        );

        await using var again = await Open();
        Assert.That(
            (await again.Metrics(Northwind.Id, default)).Select(line => line.Post!.Impressions),
            Is.EquivalentTo(new long?[] { 0, 1 })
        );
    }

    [Test]
    public async Task Line_WhoseWritingWasCutShort_IsCutOff_AndADamagedOneIsNamed()
    {
        if (uri.StartsWith("git:", StringComparison.Ordinal))
        {
            return;
        }

        await Add(Northwind, Post("a", 1));
        var file = Path.Combine(_clone.Folder, "galley-ledger", "metrics", $"{Northwind.Id}.jsonl");
        await File.AppendAllTextAsync(file, "{\"at\":\"2026");

        await Add(Northwind, Post("a", 2));

        await using (var ledger = await Open())
        {
            Assert.That(await ledger.Metrics(Northwind.Id, default), Has.Length.EqualTo(2));
        }

        await File.AppendAllTextAsync(file, "{}\n");
        await using var damaged = await Open();
        Assert.That(
            () => damaged.Metrics(Northwind.Id, default),
            Throws.TypeOf<LedgerDamagedException>().With.Message.Contains(".jsonl:3")
        );
    }

    private async Task Add(Account account, params MetricsLine[] lines)
    {
        await using var ledger = await Open();
        await ledger.AddMetrics(new Dictionary<string, IReadOnlyList<MetricsLine>> { [account.Id] = lines }, default);
    }

    private Task<ILedger> Open() => LedgerFactory.Open(LedgerUri.Parse(uri), _clone.Folder, Options(), default);

    private static MetricsLine Post(string key, long impressions) =>
        new(Noon, "northwind", Kind.Post, key, $"id-{key}")
        {
            PublishedUrl = "https://www.linkedin.com/posts/ä",
            Post = new PostMetrics(impressions, null, 0, 2),
        };

    private static MetricsLine Magnet() =>
        new(Noon, "northwind", Kind.LeadMagnet, "guide", "id-guide") { LeadMagnet = Figures };

    private static LedgerOptions Options() =>
        new() { Clock = new LeapingTime(Noon.ToDateTimeOffset()), ForApply = true };
}
