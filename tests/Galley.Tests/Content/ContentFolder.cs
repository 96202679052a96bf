using System.Text;
using Galley.Content;
using Galley.Diagnostics;

namespace Galley.Tests.Content;

/// <summary>A content root in a temporary folder, with one good client to begin with.</summary>
internal sealed class ContentFolder : IDisposable
{
    public const string Client = "clients/acme/client.yaml";
    public const string GoodClient = """
        name: Acme
        client_id: 00000000-0000-4000-8000-000000000001
        time_zone: America/New_York

        """;

    public ContentFolder()
    {
        Root = Directory.CreateTempSubdirectory("galley-content-").FullName;
        Write(Client, GoodClient);
    }

    public string Root { get; }

    public ContentFolder Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    public ContentFolder Write(string path, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(FullPath(path))!);
        File.WriteAllBytes(FullPath(path), bytes);
        return this;
    }

    public string FullPath(string path) => Path.Combine(Root, path);

    public ClientContent Read(string slug = "acme") => Repository.Open(Root).Read(slug);

    public Problem[] Problems()
    {
        var repository = Repository.Open(Root);
        return [.. repository.Problems, .. repository.Slugs.SelectMany(slug => repository.Read(slug).Problems)];
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
