using System.Buffers;

namespace Galley.Diagnostics;

/// <summary>Phones and word processors turn hyphens into dashes. Names, codes and options have hyphens.</summary>
public static class Dashes
{
    private static readonly SearchValues<char> Others = SearchValues.Create(
        "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
    );

    public static string ToHyphens(string typed) =>
        typed.AsSpan().ContainsAny(Others) ? string.Concat(typed.Select(c => Others.Contains(c) ? '-' : c)) : typed;
}
