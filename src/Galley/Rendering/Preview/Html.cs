using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Galley.Rendering.Preview;

/// <summary>A piece of HTML that is safe to show. Only <see cref="From"/> makes one, and it encodes every text put into it.</summary>
internal readonly record struct Html
{
    private readonly string? _text;

    private Html(string text) => _text = text;

    public static readonly Html None;

    public bool IsEmpty => string.IsNullOrEmpty(_text);

    /// <summary>
    /// The literal parts stand as written; every string between braces is encoded, in text and in quoted attributes
    /// alike.
    /// </summary>
    public static Html From(Writer html) => new(html.Written);

    public static Html Join(IEnumerable<Html> parts) => new(string.Concat(parts));

    /// <summary>For <see cref="HostedPageHtml"/> and the page's own assets alone: text that is HTML already.</summary>
    public static Html Trusted(string html) => new(html);

    public override string ToString() => _text ?? "";

    [InterpolatedStringHandler]
    public readonly ref struct Writer(int literalLength, int formattedCount)
    {
        private readonly StringBuilder _output = new(literalLength + (formattedCount * 16));

        internal string Written => _output.ToString();

        public void AppendLiteral(string html) => _output.Append(html);

        public void AppendFormatted(string? text) => HtmlText.Append(_output, text);

        public void AppendFormatted(int number) => _output.Append(number.ToString("N0", CultureInfo.InvariantCulture));

        public void AppendFormatted(long number) => _output.Append(number.ToString("N0", CultureInfo.InvariantCulture));

        public void AppendFormatted(Html html) => _output.Append(html._text);

        public void AppendFormatted(IEnumerable<Html> parts)
        {
            foreach (var part in parts)
            {
                _output.Append(part._text);
            }
        }
    }
}
