using System.Collections.Immutable;

namespace Galley.Reporting.Exports;

/// <summary>Counts rows, and keeps nothing of them but the counts.</summary>
public sealed class FacetCounts<T>(ImmutableArray<Facet<T>> questions)
{
    private readonly Dictionary<(string Question, string Answer), int> _counts = [];

    public int Total { get; private set; }

    public ImmutableArray<Facet<T>> Questions => questions;

    public void Add(T row)
    {
        Total++;
        foreach (var facet in questions)
        {
            foreach (var answer in facet.Answers(row).Distinct())
            {
                _counts[(facet.Name, answer)] = _counts.GetValueOrDefault((facet.Name, answer)) + 1;
            }
        }
    }

    /// <summary>The most frequent answer first.</summary>
    public ImmutableArray<(string Answer, int Count)> CountsOf(Facet<T> facet) =>
        [
            .. _counts
                .Where(count => count.Key.Question == facet.Name)
                .Select(count => (count.Key.Answer, Count: count.Value))
                .OrderByDescending(count => count.Count)
                .ThenBy(count => count.Answer, StringComparer.Ordinal),
        ];
}
