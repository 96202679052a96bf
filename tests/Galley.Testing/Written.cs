namespace Galley.Testing;

/// <summary>What a writer of text wrote.</summary>
public static class Written
{
    public static string By(Action<TextWriter> write)
    {
        using var text = new StringWriter();
        write(text);
        return text.ToString();
    }
}
