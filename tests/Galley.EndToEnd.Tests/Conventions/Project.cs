using System.Xml.Linq;

namespace Galley.EndToEnd.Tests.Conventions;

/// <summary>A csproj as written.</summary>
internal sealed record Project(string Path, XDocument Xml)
{
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    public IReadOnlyList<string> References =>
        [
            .. Xml.Descendants("ProjectReference")
                .Select(element =>
                    System.IO.Path.GetFileNameWithoutExtension(element.Attribute("Include")!.Value.Replace('\\', '/'))
                )
                .Order(StringComparer.Ordinal),
        ];

    public static IReadOnlyList<Project> Below(string folder) =>
        [
            .. Repository
                .Files(folder, "*.csproj")
                .Select(path => new Project(path, XDocument.Parse(Repository.Read(path)))),
        ];
}
