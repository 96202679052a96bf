using System.Globalization;
using System.Text.RegularExpressions;

namespace Galley.Content.Yaml;

/// <summary>
/// YAML 1.2's core schema, section 10.3.2 of the specification: <c>yes</c>, <c>on</c> and dates are text.
/// A number that no author means (infinite, not a number, beyond 15 digits) is text too.
/// </summary>
internal static partial class CoreSchema
{
    private const double Largest = 1e15;

    public static ScalarKind KindOf(string plain) =>
        plain switch
        {
            "" or "~" or "null" or "Null" or "NULL" => ScalarKind.Null,
            "true" or "True" or "TRUE" or "false" or "False" or "FALSE" => ScalarKind.Boolean,
            _ => CanBeNumber(plain[0]) ? KindOfNumber(plain) : ScalarKind.Text,
        };

    public static bool Boolean(string text) => text[0] is 't' or 'T';

    /// <summary>Null unless <paramref name="text"/> is a number.</summary>
    public static double? Number(string text)
    {
        if (text.StartsWith("0x", StringComparison.Ordinal))
        {
            return ulong.TryParse(
                text.AsSpan(2),
                NumberStyles.AllowHexSpecifier,
                CultureInfo.InvariantCulture,
                out var hex
            )
                ? hex
                : null;
        }

        if (text.StartsWith("0o", StringComparison.Ordinal))
        {
            return Octal(text.AsSpan(2));
        }

        return Decimal().IsMatch(text) ? double.Parse(text, CultureInfo.InvariantCulture) : null;
    }

    private static bool CanBeNumber(char first) => char.IsAsciiDigit(first) || first is '-' or '+' or '.';

    /// <summary><c>30.0</c> is a whole number, as in JSON Schema.</summary>
    private static ScalarKind KindOfNumber(string plain) =>
        Number(plain) switch
        {
            null => ScalarKind.Text,
            { } number when !(Math.Abs(number) < Largest) => ScalarKind.Text,
            { } number => number == Math.Truncate(number) ? ScalarKind.Integer : ScalarKind.Number,
        };

    private static double? Octal(ReadOnlySpan<char> digits)
    {
        if (digits.IsEmpty)
        {
            return null;
        }

        double value = 0;
        foreach (var digit in digits)
        {
            if (digit is < '0' or > '7')
            {
                return null;
            }

            value = (value * 8) + (digit - '0');
        }

        return value;
    }

    [GeneratedRegex(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Decimal();
}
