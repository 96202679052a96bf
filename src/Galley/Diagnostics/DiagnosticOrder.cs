using System.Collections.Immutable;

namespace Galley.Diagnostics;

/// <summary>The order in which diagnostics are listed everywhere: by path, place, code and message.</summary>
public static class DiagnosticOrder
{
    private static readonly IComparer<Diagnostic> Order = Comparer<Diagnostic>.Create(Compare);

    /// <summary>Equal ones keep their order.</summary>
    public static ImmutableArray<Diagnostic> Sorted(IEnumerable<Diagnostic> diagnostics) =>
        [.. diagnostics.Order(Order)];

    /// <summary>Sorted, and without repeats of the same code and message at the same place.</summary>
    public static ImmutableArray<Diagnostic> SortedOnce(IEnumerable<Diagnostic> diagnostics)
    {
        var sorted = Sorted(diagnostics);
        return [.. sorted.Where((diagnostic, index) => index == 0 || Compare(sorted[index - 1], diagnostic) != 0)];
    }

    private static int Compare(Diagnostic one, Diagnostic other)
    {
        var byPath = string.CompareOrdinal(one.Path, other.Path);
        var byPlace = byPath != 0 ? byPath : one.At.CompareTo(other.At);
        var byCode = byPlace != 0 ? byPlace : string.CompareOrdinal(one.Code, other.Code);
        return byCode != 0 ? byCode : string.CompareOrdinal(one.Message, other.Message);
    }
}
