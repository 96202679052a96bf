namespace Galley.Markdown;

/// <summary>The control characters C0, DEL and C1: U+0000 to U+001F and U+007F to U+009F.</summary>
internal static class Controls
{
    public static string Except(string kept)
    {
        var controls = new System.Text.StringBuilder();
        for (var c = '\0'; c <= '\u009F'; c++)
        {
            if (char.IsControl(c) && !kept.Contains(c))
            {
                controls.Append(c);
            }
        }

        return controls.ToString();
    }
}
