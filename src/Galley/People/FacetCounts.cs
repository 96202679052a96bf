using System.Collections.Immutable;

namespace Galley.People;

/// <summary>Counts rows, and keeps nothing of them but the counts.</summary>
public sealed class FacetCounts<T>(ImmutableArray<Facet<T>> questions)
{
    private readonly Dictionary<(string Question, string Answer), int> _counts = [];

    public int Total { get; private set; }

    public ImmutableArray<Facet<T>> Questions => questions;

    public void Add(T row)
    {
        Total++;
        foreach (var question in questions)
        {
            foreach (var answer in question.Answers(row).Distinct())
                _counts[(question.Name, answer)] = _counts.GetValueOrDefault((question.Name, answer)) + 1;
        }
    }

    /// <summary>The most frequent answer first.</summary>
    public ImmutableArray<(string Answer, int Count)> CountsOf(Facet<T> question) =>
    [
        .. _counts.Where(count => count.Key.Question == question.Name)
            .Select(count => (count.Key.Answer, Count: count.Value))
            .OrderByDescending(count => count.Count).ThenBy(count => count.Answer, StringComparer.Ordinal),
    ];
}
