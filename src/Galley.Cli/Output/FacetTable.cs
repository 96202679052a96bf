using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Galley.Cli.Output.Json;
using Galley.Rendering;
using Galley.Reporting.Exports;

namespace Galley.Cli.Output;

/// <summary>The counts of each client, as text and as JSON. They do not show who a person is.</summary>
internal sealed record FacetTable<T>(
    (string One, string Many) Noun,
    ImmutableArray<(string Slug, FacetCounts<T> Tally)> Clients,
    ImmutableArray<string> Failures
)
{
    private const int Shown = 8;

    private int Total => Clients.Sum(client => client.Tally.Total);

    public void WriteText(TextWriter writer, string? file)
    {
        foreach (var (slug, counts) in Clients)
        {
            writer.WriteLine($"{slug}: {Counted(counts.Total)}");
            foreach (var facet in counts.Questions.Where(facet => !counts.CountsOf(facet).IsEmpty))
            {
                writer.WriteLine($"  {facet.Words, -13}  {Describe(counts.CountsOf(facet))}");
            }
        }

        if (Clients.Length > 1)
        {
            writer.WriteLine($"{Plural.Format(Clients.Length, "client")}: {Counted(Total)}.");
        }

        if (file is not null)
        {
            writer.WriteLine(
                $"Wrote {Plural.Format(Total, "row")} to {file}. This is personal data that only you can read. "
                    + "Delete it when you no longer need it."
            );
        }
    }

    public PeopleCounts AsJson(string? file) =>
        new(Total, file, [.. Clients.Select(client => AsJson(client.Slug, client.Tally))], Failures);

    private static JsonObject AsJson(string slug, FacetCounts<T> counts)
    {
        var client = new JsonObject { ["client"] = slug, ["total"] = counts.Total };
        foreach (var facet in counts.Questions)
        {
            client[facet.Name] = new JsonObject(
                counts.CountsOf(facet).Select(count => KeyValuePair.Create(count.Answer, (JsonNode?)count.Count))
            );
        }

        return client;
    }

    private string Counted(int count) => Plural.Format(count, Noun.One, Noun.Many);

    private static string Describe(ImmutableArray<(string Answer, int Count)> counts)
    {
        var words = counts.Take(Shown).Select(count => $"{VisibleText.From(count.Answer)} {count.Count:N0}");
        return string.Join(", ", counts.Length > Shown ? words.Append($"and {counts.Length - Shown} more") : words);
    }
}
