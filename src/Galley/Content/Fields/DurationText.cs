using System.Globalization;
using NodaTime;

namespace Galley.Content.Fields;

/// <summary><c>10m</c>, <c>72h</c>, <c>2d</c>: the format that the schemas allow.</summary>
internal static class DurationText
{
    private const int MaxDigits = 5;

    public static Duration? Parse(string? text)
    {
        if (text is not { Length: > 1 and <= MaxDigits + 1 })
        {
            return null;
        }

        if (
            !int.TryParse(
                text.AsSpan(0, text.Length - 1),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var count
            )
        )
        {
            return null;
        }

        return text[^1] switch
        {
            'm' => Duration.FromMinutes(count),
            'h' => Duration.FromHours(count),
            'd' => Duration.FromDays(count),
            _ => null,
        };
    }

    /// <summary>A duration or <c>merge</c>. Null for anything else.</summary>
    public static SendAhead? ParseSendAhead(string? text)
    {
        if (text == "merge")
        {
            return SendAhead.AtMerge;
        }

        return Parse(text) is { } window ? new SendAhead(window) : null;
    }
}
