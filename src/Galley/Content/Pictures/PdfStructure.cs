using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Galley.Content.Pictures;

/// <summary>What the two ends of a PDF say: whether it is whole, open to all, and how many pages it has. Nothing is unpacked.</summary>
/// <param name="IsWhole">It ends with the address of its table and the end mark.</param>
/// <param name="Pages">Null where the list of pages is packed, or stands in the middle of a large file.</param>
internal sealed partial record PdfStructure(bool IsWhole, bool IsEncrypted, int? Pages)
{
    private const int PartLength = 64 * 1024;

    public static PdfStructure Read(Stream pdf)
    {
        var end = EndOf(pdf);
        var head = Part(pdf, 0, end);
        var tail = Part(pdf, Math.Max(0, end - PartLength), end);
        var isWhole = End().Match(tail) is { Success: true } mark && mark.Index > tail.Length - 2048;
        return new PdfStructure(
            isWhole,
            Encrypted().IsMatch(tail) || Encrypted().IsMatch(head),
            CountIn(head, FirstPage()) ?? CountIn(head + tail, RootOfPages())
        );
    }

    /// <summary>Of the last one: what was changed later stands behind what it replaces.</summary>
    private static int? CountIn(string text, Regex dictionary) =>
        dictionary.Matches(text).LastOrDefault() is { } found
        && int.TryParse(found.Groups["count"].Value, CultureInfo.InvariantCulture, out var count)
            ? count
            : null;

    /// <summary>Some programs fill a file up with zeros.</summary>
    private static long EndOf(Stream pdf)
    {
        var buffer = new byte[PartLength];
        for (var end = pdf.Length; end > 0; )
        {
            var start = Math.Max(0, end - PartLength);
            pdf.Position = start;
            var count = pdf.ReadAtLeast(
                buffer.AsSpan(0, (int)(end - start)),
                (int)(end - start),
                throwOnEndOfStream: false
            );
            var last = buffer.AsSpan(0, count).LastIndexOfAnyExcept((byte)0);
            if (last >= 0)
            {
                return start + last + 1;
            }

            end = start;
        }

        return 0;
    }

    private static string Part(Stream pdf, long start, long end)
    {
        var buffer = new byte[(int)Math.Min(PartLength, end - start)];
        pdf.Position = start;
        var count = pdf.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        return Encoding.Latin1.GetString(buffer, 0, count);
    }

    [GeneratedRegex(@"startxref\s+\d+\s+%%EOF", RegexOptions.RightToLeft | RegexOptions.CultureInvariant)]
    private static partial Regex End();

    [GeneratedRegex(@"/Encrypt(\s+\d+\s+\d+\s+R\b|\s*<<)", RegexOptions.CultureInvariant)]
    private static partial Regex Encrypted();

    /// <summary>A file that is made to be shown while it loads says at its beginning how many pages come.</summary>
    [GeneratedRegex(@"<<(?=[^<>]*/Linearized\b)[^<>]*?/N\s+(?<count>\d{1,6})\b", RegexOptions.CultureInvariant)]
    private static partial Regex FirstPage();

    /// <summary>The node of the pages' tree that has no parent counts all of them.</summary>
    [GeneratedRegex(
        @"<<(?=[^<>]*/Type\s*/Pages\b)(?![^<>]*/Parent\b)[^<>]*?/Count\s+(?<count>\d{1,6})\b",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex RootOfPages();
}
