using Galley.Api;
using Galley.Diagnostics;
using Galley.Live.Rebuilding;
using Galley.Rendering;

namespace Galley.Cli.Output;

/// <summary>What a rebuild paired, and what it could not, for people to check before it is written.</summary>
internal static class RebuildText
{
    private const int Longest = 60;

    public static void Write(TextWriter writer, IReadOnlyCollection<RebuiltClient> clients)
    {
        foreach (var (slug, pairing) in clients.Select(client => (client.Content.Slug, client.Pairing)))
        {
            writer.WriteLine(
                $"{slug}: {Plural.Format(pairing.Paired.Length, "file")} found in LeadPanther, {pairing.Unclear.Length:N0} unclear, "
                    + $"{pairing.WithoutTwin.Length:N0} not found, {pairing.WithoutFile.Length:N0} in LeadPanther only"
            );
            Section(writer, "Found", pairing.Paired.Select(x => $"{x.Path} is {x.There.Id}"));
            Section(
                writer,
                "Unclear: two are alike, or it is scheduled no more. Nothing is recorded for these files; run `galley adopt` for each",
                pairing.Unclear.Select(x => $"{x.Path}: {string.Join(", ", x.There.Select(there => there.Id))}")
            );
            Section(
                writer,
                "Not found in LeadPanther: the next apply sends them",
                pairing.WithoutTwin.Where(x => !x.IsPast && !x.IsDraft).Select(x => x.Path)
            );
            Section(
                writer,
                "Not found in LeadPanther, and a draft",
                pairing.WithoutTwin.Where(x => x.IsDraft).Select(x => x.Path)
            );
            Section(
                writer,
                "Not found in LeadPanther, and the time is past: never sent again",
                pairing.WithoutTwin.Where(x => x.IsPast).Select(x => x.Path)
            );
            Section(writer, "In LeadPanther only: no file says the same", pairing.WithoutFile.Select(Describe));
        }
    }

    private static void Section(TextWriter writer, string title, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        if (all.Count > 0)
        {
            writer.WriteLine($"  {title}:");
            foreach (var line in all)
            {
                writer.WriteLine($"    {line}");
            }
        }
    }

    private static string Describe(LiveObject there)
    {
        var words = VisibleText.From((there.Keyword ?? there.Text ?? "").ReplaceLineEndings(" "));
        return $"{ContentKind.For(there.Kind).Name} {there.Id}  {(words.Length <= Longest ? words : words[..(Longest - 1)] + "…")}";
    }
}
