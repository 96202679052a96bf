using Galley.Diagnostics;
using Galley.Ledger;
using Galley.Ledger.Format;
using Galley.Ledger.Stores;
using Galley.Testing;
using Galley.Testing.Time;
using static Galley.Tests.Ledger.LedgerTestEvents;

namespace Galley.Tests.Ledger;

/// <summary>Release010/ is a ledger that Galley 0.1.0 wrote, before it read live state. It stays as it is.</summary>
internal sealed class Release010Tests
{
    private const string Account = "account";
    private TemporaryFolder _root = null!;

    [SetUp]
    public void CopyLedger()
    {
        _root = new TemporaryFolder();
        Directory.CreateDirectory(_root["ledger"]);
        foreach (var file in new[] { HeaderFormat.FileName, $"{Account}.jsonl" })
        {
            File.Copy(Golden(file), _root[$"ledger/{file}"]);
        }
    }

    [TearDown]
    public void RemoveLedger() => _root.Dispose();

    [Test]
    public async Task Ledger_OfRelease010_IsReadAsItIs()
    {
        var inspection = (await LedgerFactory.Inspect(Uri, _root.Path, Options(), default))!;

        var file = inspection.Files.Single();
        Assert.That(inspection.IsWhole, Is.True);
        Assert.That(
            file.State.Objects.Values.Select(o => $"{ContentKind.For(o.Kind).Name} {o.Key} {o.State} {o.Id}").Order(),
            Is.EqualTo(
                new[]
                {
                    "lead-magnet guide NotSent ",
                    "post 2026/launch Live 00000000-0000-4000-8000-000000000099",
                    "post old Retired 00000000-0000-4000-8000-000000000077",
                    "post second NotSent ",
                    "post third NotSent ",
                }
            )
        );
        Assert.That(file.State.Find(Kind.Post, "2026/launch")!.Baseline, Is.EqualTo(Payload("Edited")));
        Assert.That(file.State.Find(Kind.LeadMagnet, "guide")!.Rejection!.Status, Is.EqualTo(422));
    }

    [Test]
    public async Task Lines_OfRelease010_WrittenAgain_AreTheSameBytes()
    {
        var bytes = await File.ReadAllBytesAsync(Golden($"{Account}.jsonl"));

        var events = LedgerFile.Read(bytes, "name", "ledger", Account, tornIsDamage: true).Events;

        Assert.That(LedgerFile.Empty("ledger", Account).Append(events).Content.ToArray(), Is.EqualTo(bytes));
    }

    [Test]
    public async Task Append_ToALedgerOfRelease010_LeavesItsBytesAndChainsOn()
    {
        await using (var ledger = await LedgerFactory.Open(Uri, _root.Path, Options(), default))
        {
            await ledger.Record(new(Account, IsDirect: false), [Created("third", "id-3")], default);
        }

        var before = await File.ReadAllBytesAsync(Golden($"{Account}.jsonl"));
        var after = await File.ReadAllBytesAsync(_root[$"ledger/{Account}.jsonl"]);
        Assert.That(after[..before.Length], Is.EqualTo(before));
        var file = (await LedgerFactory.Inspect(Uri, _root.Path, Options(), default))!.Files.Single();
        Assert.That(file.Damage, Is.Null);
        Assert.That(file.State.Find(Kind.Post, "third")!.Id, Is.EqualTo("id-3"));
    }

    [Test]
    public async Task Lines_OfRelease010_FitTheSchemaOfToday()
    {
        var schema = await Schema();

        var errors = (await File.ReadAllLinesAsync(Golden($"{Account}.jsonl"))).SelectMany(line =>
            schema.Validate(line)
        );

        Assert.That(errors, Is.Empty);
    }

    private static LedgerUri Uri => LedgerUri.Parse("folder:ledger");

    private static string Golden(string file) =>
        Path.Combine(TestContext.CurrentContext.TestDirectory, "Ledger", "Release010", file);

    private static LedgerOptions Options() =>
        new() { Clock = new LeapingTime(Noon.ToDateTimeOffset()), ForApply = true };
}
