using System.Security.Cryptography;

namespace Galley.Fuzzing;

/// <summary>Inputs in a folder for each target, one file each, named by what is in it.</summary>
public static class Corpus
{
    /// <summary>What the repository keeps of a target: it is read in every run of the tests.</summary>
    private const int MostFiles = 60;
    private const int MostBytes = 64 * 1024;

    /// <summary>In the order of their names.</summary>
    public static IReadOnlyList<byte[]> Read(string folder, FuzzTarget target) =>
        Directory.Exists(Path.Combine(folder, target.Name))
            ?
            [
                .. Directory
                    .GetFiles(Path.Combine(folder, target.Name))
                    .Order(StringComparer.Ordinal)
                    .Select(File.ReadAllBytes),
            ]
            : [];

    public static string Add(string folder, FuzzTarget target, byte[] input)
    {
        var path = Path.Combine(folder, target.Name, Convert.ToHexStringLower(SHA256.HashData(input))[..16]);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, input);
        return path;
    }

    /// <summary>Keeps the shortest inputs that together go everywhere, as far as they are few and short.</summary>
    internal static void Replace(string folder, FuzzTarget target, IEnumerable<byte[]> inputs)
    {
        var coverage = new Coverage();
        var kept = new List<byte[]>();
        foreach (var input in inputs.OrderBy(input => input.Length).ThenBy(Convert.ToHexString, StringComparer.Ordinal))
        {
            Coverage.Begin();
            _ = Trial.Of(target, input);
            if (coverage.TakeNew() && kept.Count < MostFiles && kept.Sum(one => one.Length) + input.Length <= MostBytes)
            {
                kept.Add(input);
            }
        }

        var home = Path.Combine(folder, target.Name);
        if (Directory.Exists(home))
        {
            Directory.Delete(home, recursive: true);
        }

        foreach (var input in kept)
        {
            Add(folder, target, input);
        }
    }
}
