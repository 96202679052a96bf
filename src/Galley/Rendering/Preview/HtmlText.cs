using System.Globalization;
using System.Text;

namespace Galley.Rendering.Preview;

/// <summary>The one way by which text reaches a page. What it writes is safe as text and within a quoted attribute.</summary>
internal static class HtmlText
{
    public static void Append(StringBuilder output, string? text)
    {
        for (var index = 0; index < text?.Length; index++)
        {
            Append(output, text, index);
        }
    }

    /// <summary>Takes what could turn the reading direction or disturb a parser out of a text that is HTML already.</summary>
    public static string Neutralise(string html) => string.Create(html.Length, html, static (target, source) =>
        {
            for (var index = 0; index < source.Length; index++)
            {
                target[index] = IsUnseen(source, index) ? '\uFFFD' : source[index];
            }
        });

    private static void Append(StringBuilder output, string text, int index)
    {
        if (IsUnseen(text, index))
        {
            output.Append('\uFFFD');
        }
        else if (EntityOf(text[index]) is { } entity)
        {
            output.Append(CultureInfo.InvariantCulture, $"&{entity};");
        }
        else
        {
            output.Append(text[index]);
        }
    }

    private static string? EntityOf(char unit) =>
        unit switch
        {
            '&' => "amp",
            '<' => "lt",
            '>' => "gt",
            '"' => "quot",
            '\'' => "#39",
            '`' => "#96",
            _ => null,
        };

    private static bool IsUnseen(string text, int index) =>
        text[index] switch
        {
            '\n' or '\t' => false,
            var unit when char.IsSurrogate(unit) => !IsWhole(text, index),
            var unit => VisibleText.IsControl(unit),
        };

    private static bool IsWhole(string text, int index) =>
        char.IsHighSurrogate(text[index])
            ? index + 1 < text.Length && char.IsLowSurrogate(text[index + 1])
            : index > 0 && char.IsHighSurrogate(text[index - 1]);
}
