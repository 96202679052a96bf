using Galley.Content;
using Galley.Diagnostics;
using Galley.Rules;
using Galley.Testing;
using NodaTime;
using NodaTime.Text;

namespace Galley.Tests.Rules;

/// <summary>
/// A content root with one client, "acme" in New York, whose files a test writes and has checked. The clock says 2026-06-01 12:00
/// UTC.
/// </summary>
internal sealed class RuleFixture : IDisposable
{
    public static readonly Instant Now = InstantPattern.General.Parse("2026-06-01T12:00:00Z").Value;
    private readonly TemporaryFolder _root = new();

    public RuleFixture(string client = "", string settings = "time_zone: America/New_York\n")
    {
        Write("galley.yaml", settings);
        Write("clients/acme/client.yaml", "name: Acme\nclient_id: 00000000-0000-4000-8000-000000000001\n" + client);
    }

    public void Write(string path, string text) => Write(path, System.Text.Encoding.UTF8.GetBytes(text));

    public void Write(string path, byte[] bytes)
    {
        var full = Path.Combine(_root.Path, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllBytes(full, bytes);
    }

    /// <summary>A scheduled post with a time, unless the front matter says another.</summary>
    public RuleFixture Post(string key, string front = "", string body = "Hello there.")
    {
        var status = front.Contains("status:", StringComparison.Ordinal) ? "" : "status: scheduled\n";
        var time = front.Contains("scheduled_at:", StringComparison.Ordinal) ? "" : "scheduled_at: 2026-06-15 10:00\n";
        Write($"clients/acme/posts/{key}.md", $"---\n{status}{time}{front}---\n{body}\n");
        return this;
    }

    public RuleFixture LeadMagnet(
        string key,
        string front = "",
        string body = "# A page",
        string keyword = "GUIDE",
        string template = "Here: <<resource_link>>"
    )
    {
        Write(
            $"clients/acme/lead-magnets/{key}.md",
            $"---\nkeyword: {keyword}\nresource_name: A guide\ntext_template: \"{template}\"\n{front}---\n{body}\n"
        );
        return this;
    }

    public ClientContent Read() => Repository.Open(_root.Path).Read("acme");

    /// <summary>What reading and the rules find, in order.</summary>
    public Problem[] Problems(string? approvalCode = null)
    {
        var content = Read();
        var settings = Repository.Open(_root.Path).Settings;
        return
        [
            .. content
                .Problems.Concat(RuleSet.Check(content, settings, Now, _ => approvalCode))
                .OrderBy(problem => problem.Path, StringComparer.Ordinal)
                .ThenBy(problem => problem.At),
        ];
    }

    /// <summary><c>GALnnn path:line</c>, from the client's folder.</summary>
    public string[] Found(string? approvalCode = null) =>
        [
            .. Problems(approvalCode)
                .Select(problem =>
                    $"{problem.Code} {problem.Path.Replace("clients/acme/", "", StringComparison.Ordinal)}:{problem.At.Line}"
                ),
        ];

    public void Dispose() => _root.Dispose();
}
