using System.Diagnostics;
using System.Text;
using Galley.Sandbox.Control;

namespace Galley.EndToEnd.Tests.Faults;

/// <summary>All that we know to break, done to one client.</summary>
internal static class Damage
{
    private static readonly (string Name, Action<string, Random> Do)[] OfAFile =
    [
        ("empty", (path, _) => File.WriteAllText(path, "")),
        ("cut", (path, random) => File.WriteAllBytes(path, Cut(File.ReadAllBytes(path), random))),
        ("flipped bytes", (path, random) => File.WriteAllBytes(path, Flipped(File.ReadAllBytes(path), random))),
        ("noise", (path, random) => File.WriteAllBytes(path, Noise(random))),
        ("a line twice", (path, random) => File.WriteAllLines(path, LineTwice(File.ReadAllLines(path), random))),
        ("too large", (path, _) => File.WriteAllText(path, new string('x', 3_000_000))),
        ("deep brackets", (path, _) => File.WriteAllText(path, $"---\nnotes: {new string('[', 20_000)}\n---\n")),
        ("null characters", (path, _) => File.AppendAllText(path, "\0\0\0")),
        ("UTF-16", (path, _) => File.WriteAllText(path, "---\nstatus: draft\n---\nWords", Encoding.Unicode)),
        ("deleted", (path, _) => File.Delete(path)),
        ("a folder in its place", (path, _) => InItsPlace(path, () => Directory.CreateDirectory(path))),
        ("a link to itself", (path, _) => InItsPlace(path, () => File.CreateSymbolicLink(path, path))),
        ("a link elsewhere", (path, _) => InItsPlace(path, () => File.CreateSymbolicLink(path, "/etc/hostname"))),
        ("a link to nothing", (path, _) => InItsPlace(path, () => File.CreateSymbolicLink(path, "/nothing/here"))),
        ("a pipe", (path, _) => InItsPlace(path, () => MakePipe(path))),
    ];

    private static readonly (string Name, Action<DamagedAgency, string> Do)[] OfTheFolder =
    [
        ("the folder is gone", (agency, slug) => Directory.Delete(agency.Folder(slug), recursive: true)),
        ("a name with a line break", (agency, slug) => File.WriteAllText(agency.Folder(slug) + "/posts/a\nb.md", "x")),
        ("a very deep folder", (agency, slug) => Directory.CreateDirectory(Deep(agency.Folder(slug)))),
        ("another account", (agency, slug) => Replace(agency, slug, "client.yaml", "00000000", "99999999")),
        ("an account that is a path", (agency, slug) => Replace(agency, slug, "client.yaml", "00000000-", "../../")),
        ("a key that is none", (agency, slug) => Replace(agency, slug, "client.yaml", "name:", "\"\":")),
        ("posts is a file", (agency, slug) => FileForFolder(agency.Folder(slug) + "/posts")),
        ("media is a link", (agency, slug) => LinkForFolder(agency.Folder(slug) + "/media")),
    ];

    private static readonly (string Name, Action<ManualChanges, string> Do)[] OfTheAccount =
    [
        ("deleted in LeadPanther", (manual, id) => manual.DeletePost(id)),
        ("edited in LeadPanther", (manual, id) => manual.EditPost(id, new() { ["text"] = "Other words." })),
        ("odd words in LeadPanther", (manual, id) => manual.EditPost(id, new() { ["text"] = "\u202e<!-- {{x}} \0" })),
    ];

    /// <summary>One to three damages; gives their names.</summary>
    public static string Any(DamagedAgency agency, string slug, Random random) =>
        $"{slug}: "
        + string.Join(", ", Enumerable.Range(0, random.Next(1, 4)).Select(_ => One(agency, slug, random)).ToList());

    private static string One(DamagedAgency agency, string slug, Random random)
    {
        switch (random.Next(4))
        {
            case 0:
                var kept = agency.LedgerFiles(slug);
                return kept.Length == 0 ? "" : ToFile(kept[random.Next(kept.Length)], random);
            case 1 when Directory.Exists(agency.Folder(slug)):
                var files = Directory.GetFiles(agency.Folder(slug), "*", SearchOption.AllDirectories);
                return ToFile(files.Order(StringComparer.Ordinal).ElementAt(random.Next(files.Length)), random);
            case 2 when Directory.Exists(agency.Folder(slug)):
                var (name, damage) = OfTheFolder[random.Next(OfTheFolder.Length)];
                damage(agency, slug);
                return name;
            default:
                return ToAccount(agency, slug, random);
        }
    }

    private static string ToFile(string path, Random random)
    {
        var (name, damage) = OfAFile[random.Next(OfAFile.Length)];
        if (File.Exists(path))
        {
            damage(path, random);
        }

        return $"{Path.GetFileName(path)} {name}";
    }

    private static string ToAccount(DamagedAgency agency, string slug, Random random)
    {
        var (name, damage) = OfTheAccount[random.Next(OfTheAccount.Length)];
        if (agency.Sandbox.Posts.FirstOrDefault(post => post.UserId == DamagedAgency.AccountOf(slug)) is { } post)
        {
            damage(agency.Sandbox.Manual, post.Id);
        }

        return name;
    }

    private static byte[] Cut(byte[] bytes, Random random) => bytes[..random.Next(bytes.Length + 1)];

    private static byte[] Flipped(byte[] bytes, Random random)
    {
        for (var i = 0; i < 3 && bytes.Length > 0; i++)
        {
            bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        }

        return bytes;
    }

    private static byte[] Noise(Random random)
    {
        var noise = new byte[random.Next(1, 5000)];
        random.NextBytes(noise);
        return noise;
    }

    private static IEnumerable<string> LineTwice(string[] lines, Random random) =>
        lines.Length == 0 ? lines : lines.Append(lines[random.Next(lines.Length)]);

    private static void InItsPlace(string path, Action make)
    {
        File.Delete(path);
        make();
    }

    private static void MakePipe(string path)
    {
#pragma warning disable RS0030 // .NET makes no pipes that have a name.
        using var mkfifo = Process.Start("mkfifo", [path]);
#pragma warning restore RS0030
        mkfifo.WaitForExit();
    }

    private static string Deep(string folder) =>
        Path.Combine([folder, "posts", .. Enumerable.Repeat("deeper-and-deeper", 60)]);

    private static void FileForFolder(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
            File.WriteAllText(folder, "words");
        }
    }

    private static void LinkForFolder(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
            Directory.CreateSymbolicLink(folder, "/etc");
        }
    }

    private static void Replace(DamagedAgency agency, string slug, string file, string from, string to)
    {
        var path = Path.Combine(agency.Folder(slug), file);
        if (File.Exists(path) && new FileInfo(path).LinkTarget is null)
        {
            File.WriteAllText(path, File.ReadAllText(path).Replace(from, to, StringComparison.Ordinal));
        }
    }
}
