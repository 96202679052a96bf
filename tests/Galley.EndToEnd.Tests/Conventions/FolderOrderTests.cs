using System.Text.RegularExpressions;

namespace Galley.EndToEnd.Tests.Conventions;

/// <summary>
/// The folders of each project use each other in one direction. What a file uses stands in its usings, which are exact: an
/// unneeded one is a build error, and a type of another folder can't be named without one or its folder's name before it.
/// </summary>
internal sealed partial class FolderOrderTests
{
    private const string Root = "(root)";

    /// <summary>Each folder uses those on its left only. The folder's own subfolders are part of it.</summary>
    private static readonly IReadOnlyDictionary<string, string[]> Order = new Dictionary<string, string[]>
    {
        ["Galley"] =
        [
            Root,
            "Git",
            "Diagnostics",
            "Markdown",
            "Content",
            "Payloads",
            "Api",
            "Ledger",
            "Reporting",
            "Rules",
            "Planning",
            "Applying",
            "Resolutions",
            "Live",
            "Rendering",
            "Authoring",
            "Editing",
        ],
        ["Galley.Browser"] = [Root],
        ["Galley.LeadPanther"] = ["Keys", "Routing", "Http", "Responses", "Calls", "Specification", Root],
        ["Galley.GitHub"] = [Root],
        ["Galley.Sandbox"] =
        [
            "Responses",
            "Accounts",
            "Checks",
            "State",
            "Documentation",
            "FakeData",
            "Faults",
            "Requests",
            "Operations",
            "Pages",
            "Storage",
            "Routing",
            "Control",
            "Hosting",
            Root,
        ],
        ["Galley.Cli"] =
        [
            "Hosting",
            "Options",
            "Workspaces",
            "Output",
            "Running",
            "Notifying",
            "GitHub",
            "Serving",
            "LanguageServer",
            "Commands",
            Root,
        ],
    };

    private static IEnumerable<string> Projects => Order.Keys;

    [TestCaseSource(nameof(Projects))]
    public void Folders_UseOnlyWhatStandsOnTheirLeft(string project)
    {
        var order = Order[project].ToList();

        var wrong =
            from file in Files(project)
            from used in file.Uses
            let mine = order.IndexOf(Top(project, file.Folder))
            let theirs = order.IndexOf(Top(project, used))
            where theirs > mine
            select $"{file.Path} uses {used}";

        Assert.That(
            Files(project).Select(file => Top(project, file.Folder)).Except(order),
            Is.Empty,
            "not in the order"
        );
        Assert.That(wrong, Is.Empty);
    }

    /// <summary>A root's types need no using: where the root stands last, nothing below it names them.</summary>
    [TestCaseSource(nameof(Projects))]
    public void Root_ThatStandsLast_IsNamedByNoFolder(string project)
    {
        if (Order[project].Length == 1 || Order[project][^1] != Root)
        {
            return;
        }

        var files = Files(project);
        var types = files
            .Where(file => file.Folder == project)
            .Select(file => Path.GetFileNameWithoutExtension(file.Path));
        var named = new Regex($@"^(?!\s*//).*\b({string.Join('|', types)})\b", RegexOptions.Multiline);

        Assert.That(
            files
                .Where(file => file.Folder != project && named.IsMatch(Repository.Read(file.Path)))
                .Select(file => file.Path),
            Is.Empty
        );
    }

    [TestCaseSource(nameof(Projects))]
    public void FoldersBesideEachOther_DoNotUseEachOtherInACircle(string project)
    {
        var uses = Files(project)
            .SelectMany(file => file.Uses.Select(used => Siblings(file.Folder, used)))
            .OfType<(string From, string To)>()
            .ToLookup(edge => edge.From, edge => edge.To);

        Assert.That(uses.Select(group => group.Key).Where(folder => Reaches(folder, folder, uses, [])), Is.Empty);
    }

    private static bool Reaches(string from, string to, ILookup<string, string> uses, HashSet<string> seen) =>
        uses[from].Any(next => next == to || seen.Add(next) && Reaches(next, to, uses, seen));

    /// <summary>The two folders below the deepest one that both lie in; null where one lies in the other.</summary>
    private static (string From, string To)? Siblings(string one, string other)
    {
        var (a, b) = (one.Split('.'), other.Split('.'));
        var common = a.Zip(b).TakeWhile(pair => pair.First == pair.Second).Count();
        return common == a.Length || common == b.Length
            ? null
            : (string.Join('.', a[..(common + 1)]), string.Join('.', b[..(common + 1)]));
    }

    private static string Top(string project, string folder) =>
        folder == project ? Root : folder[(project.Length + 1)..].Split('.')[0];

    private static List<SourceFile> Files(string project)
    {
        var folders = Repository.Files($"src/{project}", "*.cs").Select(FolderOf).ToHashSet();
        return
        [
            .. Repository.Files($"src/{project}", "*.cs").Select(path => new SourceFile(path, Uses(path, folders))),
        ];
    }

    private static string FolderOf(string path) =>
        Path.GetDirectoryName(path)!["src/".Length..].Replace('\\', '.').Replace('/', '.');

    private static string[] Uses(string path, HashSet<string> folders) =>
        [
            .. Using()
                .Matches(Repository.Read(path))
                .Select(match => match.Groups[1].Value)
                .Select(name => folders.Contains(name) ? name : name[..Math.Max(0, name.LastIndexOf('.'))])
                .Where(folders.Contains)
                .Where(used => used != FolderOf(path)),
        ];

    [GeneratedRegex(@"^using (?:static |\w+ = )?(Galley[\w.]*);", RegexOptions.Multiline)]
    private static partial Regex Using();

    private sealed record SourceFile(string Path, string[] Uses)
    {
        public string Folder => FolderOf(Path);
    }
}
