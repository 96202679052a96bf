using Galley.Testing;

namespace Galley.EndToEnd.Tests.Faults;

/// <summary>content-example with one fault in it.</summary>
internal static class FaultyExample
{
    /// <summary>content-example as it is.</summary>
    public static string Sound { get; } = Path.Combine(TestContext.CurrentContext.TestDirectory, "content-example");

    /// <summary>Gives the text of the file with the fault.</summary>
    public static string Write(Fault fault, TemporaryFolder folder)
    {
        CopyTo(folder.Path);
        var file = folder[fault.File == "galley.yaml" ? fault.File : Path.Combine("clients", fault.File)];
        var text = fault.Put;
        if (fault.Find is not null)
        {
            var before = File.ReadAllText(file);
            Assert.That(before, Does.Contain(fault.Find), "the example has changed under this fault");
            text = before.Replace(fault.Find, fault.Put, StringComparison.Ordinal);
        }

        File.WriteAllText(file, text);
        return text;
    }

    public static void CopyTo(string target) => Copy(Sound, target);

    private static void Copy(string source, string target)
    {
        foreach (var file in Directory.GetFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
