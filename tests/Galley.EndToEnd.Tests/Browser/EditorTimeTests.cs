using System.Globalization;
using Microsoft.Playwright;

namespace Galley.EndToEnd.Tests.Browser;

/// <summary>How long a form takes to open: the figures of docs/editor.md. A browser that has nothing of the page yet.</summary>
internal sealed class EditorTimeTests
{
    private const string Key = "2026-06-09-dock-door";

    private static IEnumerable<TestCaseData> Contents =>
        [
            new TestCaseData(0, 0).SetArgDisplayNames("content-example"),
            new TestCaseData(200, 50).SetArgDisplayNames("200 clients, 10,000 posts"),
            new TestCaseData(0, 10_000).SetArgDisplayNames("1 client, 10,000 posts"),
        ];

    /// <param name="clients">Beside those of content-example.</param>
    /// <param name="posts">Of each of them; without any, of the client whose form is opened.</param>
    [Explicit("for docs/editor.md: takes minutes")]
    [TestCaseSource(nameof(Contents))]
    public async Task Form_OfAPost_Opens(int clients, int posts)
    {
        await using var editor = await LocalEditor.Start(content => Fill(content, clients, posts));
        await using var author = await Author.At(editor);
        var cdp = await author.Page.Context.NewCDPSessionAsync(author.Page);
        await cdp.SendAsync("Performance.enable", new Dictionary<string, object> { ["timeDomain"] = "threadTicks" });

        await author.OpenPost(Key);
        await author.Body.WaitForAsync();
        var usable = await Taken(author, cdp);
        await author.Card.GetByText("Kestrel Cold Chain").First.WaitForAsync();
        var seen = await Taken(author, cdp);
        await author.Body.FillAsync("Other words, with 1 figure.");
        await author.Card.GetByText("Other words").First.WaitForAsync();
        var again = await Taken(author, cdp);

        await TestContext.Out.WriteLineAsync(
            $"usable: {usable}\nchecked, with its card: {seen}\nchecked again: {again.Since(seen)}"
        );
    }

    private static void Fill(string content, int clients, int posts)
    {
        var names =
            clients == 0 ? [LocalEditor.Client] : Enumerable.Range(1, clients).Select(number => $"client-{number}");
        foreach (var (index, name) in names.Index())
        {
            var folder = Path.Combine(content, "clients", name);
            Directory.CreateDirectory(Path.Combine(folder, "posts"));
            if (clients > 0)
            {
                File.WriteAllText(
                    Path.Combine(folder, "client.yaml"),
                    $"name: {name}\nclient_id: 00000000-0000-4000-8000-{index:d12}\ntime_zone: Europe/Berlin\n"
                );
            }

            for (var number = 0; number < posts; number++)
            {
                var time = new DateTime(2027, 1, 1)
                    .AddHours(2 * number)
                    .ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
                File.WriteAllText(
                    Path.Combine(folder, "posts", $"post-{number}.md"),
                    $"---\nstatus: scheduled\nscheduled_at: {time}\n---\nPost {number} of {name}.\n\n- one\n- two\n"
                );
            }
        }
    }

    private static async Task<Spent> Taken(Author author, ICDPSession cdp)
    {
        var metrics = (await cdp.SendAsync("Performance.getMetrics"))!.Value.GetProperty("metrics").EnumerateArray();
        var work = metrics.First(metric => metric.GetProperty("name").ValueEquals("TaskDuration")).GetProperty("value");
        return new Spent(await author.Page.EvaluateAsync<double>("performance.now()") / 1000, work.GetDouble());
    }

    /// <param name="Clock">Seconds since the page was asked for.</param>
    /// <param name="Work">Seconds of the processor that the page itself took.</param>
    private sealed record Spent(double Clock, double Work)
    {
        public Spent Since(Spent before) => new(Clock - before.Clock, Work - before.Work);

        public override string ToString() =>
            FormattableString.Invariant($"{Clock:0.0} s, of them {Work:0.0} s of the processor");
    }
}
