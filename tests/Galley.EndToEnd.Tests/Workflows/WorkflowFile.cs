using System.Text.RegularExpressions;
using Galley.Authoring;
using Galley.EndToEnd.Tests.Conventions;
using YamlDotNet.RepresentationModel;

namespace Galley.EndToEnd.Tests.Workflows;

/// <summary>A workflow or action of GitHub's, of this repository, of those that <c>galley init</c> makes, or out of docs/.</summary>
internal sealed partial record WorkflowFile(string Path, string Text)
{
    public static readonly IReadOnlyList<WorkflowFile> OfThisRepository =
    [
        .. new[] { ".github/workflows", ".github/actions" }
            .SelectMany(folder => Repository.Files(folder, "*.yml"))
            .Select(path => new WorkflowFile(path, Repository.Read(path))),
    ];

    public static readonly IReadOnlyList<WorkflowFile> OfANewRepository =
    [
        .. new GitHubFiles(
            "northwind",
            "main",
            new ReleaseFile("https://localhost/galley-linux-x64.gz", new string('0', 64))
        )
            .Create()
            .Where(file => file.Path.EndsWith(".yml", StringComparison.Ordinal))
            .Select(file => new WorkflowFile($"init/{file.Path}", file.Text)),
    ];

    public static readonly IReadOnlyList<WorkflowFile> OfDocs =
    [
        .. from path in Repository.Files("docs", "*.md")
        from Match block in Example().Matches(Repository.Read(path))
        select new WorkflowFile($"{path}/{block.Groups["name"].Value}.yml", block.Groups["text"].Value),
    ];

    public static readonly IReadOnlyList<WorkflowFile> All = [.. OfThisRepository, .. OfANewRepository, .. OfDocs];

    public static IEnumerable<WorkflowFile> Workflows => All.Where(file => !file.IsAction);

    public bool IsAction => Path.EndsWith("action.yml", StringComparison.Ordinal);

    public YamlMappingNode Root
    {
        get
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(Text));
            return (YamlMappingNode)stream.Documents[0].RootNode;
        }
    }

    public IEnumerable<(string Name, YamlMappingNode Node)> Jobs =>
        Pairs(Root, "jobs").Select(job => (job.Name, (YamlMappingNode)job.Node));

    public IEnumerable<YamlMappingNode> Steps =>
        IsAction ? StepsOf((YamlMappingNode)Root["runs"]) : Jobs.SelectMany(job => StepsOf(job.Node));

    public IEnumerable<string> Events =>
        Root["on"] switch
        {
            YamlScalarNode one => [one.Value!],
            YamlMappingNode several => several.Children.Keys.Select(key => ((YamlScalarNode)key).Value!),
            var list => ((YamlSequenceNode)list).Children.Select(name => ((YamlScalarNode)name).Value!),
        };

    public override string ToString() => Path;

    /// <summary>What a step of a new repository's workflow or action runs.</summary>
    /// <param name="file">The end of its path, without <c>.yml</c>.</param>
    public static string ScriptOfANewRepository(string file, string step) =>
        ValueOf(
            OfANewRepository
                .Single(workflow => workflow.Path.EndsWith($"/{file}.yml", StringComparison.Ordinal))
                .Steps.Single(node => ValueOf(node, "name") == step),
            "run"
        )!;

    public static IEnumerable<YamlMappingNode> StepsOf(YamlMappingNode job) =>
        ((YamlSequenceNode)job["steps"]).Children.Cast<YamlMappingNode>();

    public static string? ValueOf(YamlMappingNode node, string name) =>
        node.Children.TryGetValue(name, out var value) ? ((YamlScalarNode)value).Value : null;

    public static IEnumerable<(string Name, YamlNode Node)> Pairs(YamlMappingNode node, string name) =>
        node.Children.TryGetValue(name, out var value) && value is YamlMappingNode map
            ? map.Children.Select(pair => (((YamlScalarNode)pair.Key).Value!, pair.Value))
            : [];

    /// <summary>A job's own words on what its token may do, <c>contents: read</c>; null where it says nothing.</summary>
    public static string? Permissions(YamlMappingNode node) =>
        node.Children.ContainsKey("permissions")
            ? string.Join(
                ", ",
                Pairs(node, "permissions").Select(pair => $"{pair.Name}: {((YamlScalarNode)pair.Node).Value}")
            )
            : null;

    [GeneratedRegex(
        @"^```yaml\n(?<text>(?:#[^\n]*\n)*name: (?<name>[^\n]+)\n.*?)^```",
        RegexOptions.Multiline | RegexOptions.Singleline
    )]
    private static partial Regex Example();
}
