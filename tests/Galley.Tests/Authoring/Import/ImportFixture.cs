using System.Text;
using Galley.Authoring;
using Galley.Authoring.Import;
using Galley.Content;
using Galley.Testing;

namespace Galley.Tests.Authoring.Import;

/// <summary>Imports into one client without posts, Northwind Traders in New York, on Monday 8 June 2026.</summary>
internal static class ImportFixture
{
    public static ImportResult Run(string csv, string? dateFormat = null, params IEnumerable<Post> posts) =>
        Run(Encoding.UTF8.GetBytes(csv), Options(posts) with { DateFormat = dateFormat });

    public static ImportResult Run(byte[] file) => Run(file, Options());

    public static ImportResult Run(byte[] file, ImportOptions options) => PostImport.Run(file, options);

    public static ImportResult RunWith(string csv, params string[] columns) =>
        Run(Encoding.UTF8.GetBytes(csv), Options() with { Columns = columns });

    public static ImportOptions Options(params IEnumerable<Post> posts) =>
        new()
        {
            Content = Sample.Content(posts),
            Client = Sample.Client(),
            Limits = new Limits(),
            Now = Sample.Now,
            Root = "/content",
            Schemas = SchemaFolder.In("/content"),
        };

    /// <summary>The time of a row with this moment, or why it is left out.</summary>
    public static string TimeOf(string moment, string? dateFormat = null)
    {
        var result = Run($"text;scheduled_at\nHello;\"{moment}\"\n", dateFormat);
        return result.Posts is [var post] ? post.At.ToString()! : result.LeftOut[0].Why;
    }

    /// <summary>One line per row: its number, what becomes of it, and why.</summary>
    public static string[] Outcomes(ImportResult result) =>
        [
            .. result
                .Posts.Select(post =>
                    (post.Row, Line: post.IsDraft ? $"draft: {string.Join("; ", post.DraftBecause)}" : "scheduled")
                )
                .Concat(result.LeftOut.Select(row => (row.Row, Line: $"left out: {row.Why}")))
                .OrderBy(row => row.Row)
                .Select(row => $"{row.Row} {row.Line}"),
        ];

    /// <summary>What becomes of the only row.</summary>
    public static string Outcome(string csv) => Outcomes(Run(csv)).Single()[2..];
}
