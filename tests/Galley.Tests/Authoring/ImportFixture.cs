using System.Text;
using Galley.Authoring;
using Galley.Authoring.Import;
using Galley.Content;
using Galley.Testing;

namespace Galley.Tests.Authoring;

/// <summary>Imports into one client without posts, in New York, on Monday 8 June 2026.</summary>
internal static class ImportFixture
{
    public static ImportResult Import(string csv, string? dateFormat = null, params IEnumerable<Post> posts) =>
        Import(Encoding.UTF8.GetBytes(csv), dateFormat, posts);

    public static ImportResult Import(byte[] csv, string? dateFormat = null, params IEnumerable<Post> posts) =>
        PostImport.Run(
            csv,
            new ImportOptions
            {
                Content = Sample.Content(posts),
                Client = Sample.Client(),
                Limits = new Limits(),
                Now = Sample.Now,
                Root = "/content",
                Schemas = SchemaFolder.In("/content"),
                DateFormat = dateFormat,
            }
        );

    /// <summary>The time that a row with this moment gets, or why it is left out.</summary>
    public static string TimeOf(string moment, string? dateFormat = null)
    {
        var result = Import($"text;scheduled_at\nHello;\"{moment}\"\n", dateFormat);
        return result.Posts is [var post] ? post.At.ToString()! : result.LeftOut[0].Why;
    }
}
