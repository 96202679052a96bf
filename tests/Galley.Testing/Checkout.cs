namespace Galley.Testing;

/// <summary>The repository that the tests were built in.</summary>
public static class Checkout
{
    public static string Root { get; } = Find();

    public static string Example => Path.Combine(Root, "content-example");

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Galley.slnx")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
