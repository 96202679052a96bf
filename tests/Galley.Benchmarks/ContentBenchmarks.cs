using BenchmarkDotNet.Attributes;
using Galley.Content;
using Galley.Ledger;
using Galley.Planning;
using Galley.Rules;
using Galley.Testing;
using NodaTime;

namespace Galley.Benchmarks;

/// <summary>The stages that every validate and plan go through, on one client of two hundred posts.</summary>
[MemoryDiagnoser]
public class ContentBenchmarks : IDisposable
{
    private const string Slug = "northwind";
    private const int Posts = 200;

    private static readonly Instant Now = Instant.FromUtc(2026, 6, 8, 9, 0);

    private readonly TemporaryFolder _folder = new();
    private Repository _repository = null!;
    private ClientContent _content = null!;

    [GlobalSetup]
    public void WriteContent()
    {
        Write(
            "client.yaml",
            "name: Northwind Traders\nclient_id: 00000000-0000-4000-8000-000000000001\ntime_zone: America/New_York\n"
        );
        for (var i = 0; i < Posts; i++)
        {
            var day = new LocalDate(2026, 6, 10).PlusDays(i);
            Write(
                $"posts/post-{i:000}.md",
                $"---\nstatus: scheduled\nscheduled_at: {day:uuuu-MM-dd} 10:00\nnotes: number {i}\n---\n{Describe(i)}\n"
            );
        }

        _repository = Repository.Open(_folder.Path);
        _content = Read();
    }

    /// <summary>Files to typed posts, with positions and schemas.</summary>
    [Benchmark]
    public ClientContent Read() => _repository.Read(Slug);

    /// <summary>All rules, and their judgement.</summary>
    [Benchmark]
    public int Proofread() =>
        new Validator(_repository, Now, ValidationPurpose.Plan).Validate(_content, ClientLedger.Empty("none")).Length;

    /// <summary>Payloads, matching and actions.</summary>
    [Benchmark]
    public ClientPlan Plan() =>
        ClientPlanner.Plan(
            new PlanningInput
            {
                Content = _content,
                Settings = _repository.Settings,
                Now = Now,
                Ledger = ClientLedger.Empty("none"),
            }
        );

    public void Dispose()
    {
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private void Write(string path, string text)
    {
        var file = _folder[Path.Combine("clients", Slug, path)];
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    private static string Describe(int number) =>
        $"Number {number} is a post like any other.\n\nIt has a **point**, a "
        + $"[link](https://example.com/{number}), and a list:\n\n- one\n- two\n- three\n\nWhat do you think?";
}
