using CsCheck;
using Galley.Content;
using Galley.Content.Schemas;
using Galley.Content.Yaml;
using Galley.Ledger.Stores;
using Galley.Planning;
using Galley.Rules;
using NodaTime;

namespace Galley.Tests.Content;

/// <summary>A galley.yaml that does not say where the ledger is: a diagnostic on its line, and never another ledger.</summary>
internal sealed class LedgerFieldTests
{
    private static readonly string[] Pieces =
    [
        "a",
        "ledger",
        ".",
        "..",
        "/",
        "@",
        "-",
        ".lock",
        "_",
        "9",
        "origin",
        " ",
        "~",
        "é",
    ];

    [Test]
    public void Schema_AcceptsALedger_ThatLedgerUriAccepts()
    {
        var accepted = 0;

        Gen.Select(Gen.Int[0, 2], Gen.Int[0, Pieces.Length - 1].Array[0, 6])
            .Sample(
                (kind, pieces) =>
                {
                    var text = new[] { "git:", "folder:", "" }[kind] + string.Concat(pieces.Select(one => Pieces[one]));
                    var root = new MappingNode(new(1, 1));
                    root.Add(new Field("ledger", new(1, 1), new ScalarNode(new(1, 9), text, ScalarStyle.Quoted)));

                    var bySchema = !ContentSchema.Galley.Errors(root).Any();

                    Assert.That(bySchema, Is.EqualTo(LedgerUri.TryParse(text) is not null), text);
                    Assert.That(ContentSchema.Galley.IsSurelyRight(root), Is.EqualTo(bySchema), text);
                    Interlocked.Add(ref accepted, bySchema ? 1 : 0);
                },
                iter: 5_000
            );

        Assert.That(accepted, Is.GreaterThan(500));
    }

    [TestCase("ledger: nowhere", "GAL205 galley.yaml:1")]
    [TestCase("ledger: git:a..b", "GAL205 galley.yaml:1")]
    [TestCase("ledger: 5", "GAL203 galley.yaml:1")]
    [TestCase("ledger: [git:a]", "GAL203 galley.yaml:1")]
    [TestCase("ledger: \"git:a", "GAL101 galley.yaml:1")]
    [TestCase("ledger: *x", "GAL106 galley.yaml:1")]
    public async Task Ledger_ThatIsWrong_IsOneDiagnosticAndNoOtherLedger(string settings, string expected)
    {
        using var content = new ContentFolder();
        content.Write("galley.yaml", settings + "\n");

        var repository = Repository.Open(content.Root);
        var now = Instant.FromUtc(2026, 6, 1, 12, 0);
        var planner = new Planner(repository, null, new Validator(repository, now, ValidationPurpose.Plan), now);
        var diagnostics = (await planner.Plan([.. repository.Slugs], CancellationToken.None)).Plan.Diagnostics;

        Assert.That(LedgerUri.TryParse(repository.Settings.Ledger), Is.Null);
        Assert.That(diagnostics.Select(one => $"{one.Code} {one.Path}:{one.At.Line}"), Is.EqualTo(new[] { expected }));
    }

    [Test]
    public void Settings_ThatCannotBeRead_DoNotMakeEachClientLackAZone()
    {
        using var content = new ContentFolder();
        content.Write("galley.yaml", "time_zone: [\n");
        content.Write(ContentFolder.Client, "name: Acme\nclient_id: 00000000-0000-4000-8000-000000000001\n");

        Assert.That(content.Problems().Select(problem => problem.Path), Is.EqualTo(new[] { "galley.yaml" }));
    }
}
