using System.Text;
using System.Text.RegularExpressions;

namespace Galley.Content.Pictures;

/// <summary>What the two ends of a PDF say: whether it is whole, open to all, and has pages. Nothing is unpacked.</summary>
/// <param name="IsWhole">It ends with the address of its table and the end mark.</param>
internal sealed partial record PdfStructure(bool IsWhole, bool IsEncrypted, bool IsEmpty)
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
            HasNoPages(head + tail)
        );
    }

    private static bool HasNoPages(string text) => NoPages().IsMatch(text);

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

    [GeneratedRegex(
        @"/Type\s*/Pages\b[^<>]{0,200}/Count\s+0\b|/Count\s+0\b[^<>]{0,200}/Type\s*/Pages\b",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex NoPages();
}
