using System.Security.Cryptography;
using System.Text;

namespace Galley.Rendering.Preview;

/// <summary>A style sheet or script of Galley's own, with the hash by which the page's policy allows it and nothing else.</summary>
internal sealed record Asset(string Text)
{
    public static readonly Asset Style = Read("preview.css");

    /// <summary>What a report's pages need on top.</summary>
    public static readonly Asset ReportStyle = Read("report.css");

    public static readonly Asset Script = Read("preview.js");

    /// <summary>Collects a client's answers on the page that is mailed to it.</summary>
    public static readonly Asset Answer = Read("answer.js");

    /// <summary>Asks the server that gave the page to say when there is a newer one.</summary>
    public static readonly Asset Reload = Read("reload.js");

    public string Hash { get; } = $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Text)))}'";

    private static Asset Read(string name)
    {
        using var reader = new StreamReader(typeof(Asset).Assembly.GetManifestResourceStream($"preview/{name}")!);
        // A browser hashes what its parser hands it, and that ends lines with LF.
        return new Asset(reader.ReadToEnd().ReplaceLineEndings("\n"));
    }
}
