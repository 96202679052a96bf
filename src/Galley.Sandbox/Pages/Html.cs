using System.Globalization;
using System.Text.Encodings.Web;

namespace Galley.Sandbox.Pages;

/// <summary>All text from outside goes through <see cref="Escape"/>.</summary>
internal static class Html
{
    public static string Escape(string? text) => HtmlEncoder.Default.Encode(text ?? "");

    public static string Time(DateTimeOffset time) =>
        Escape(time.ToUniversalTime().ToString("ddd d MMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture));
}
