using System.Collections.Immutable;
using Galley.Sandbox.Faults;
using Galley.Sandbox.Responses;

namespace Galley.Sandbox.Requests;

/// <summary>One page of a list of objects, as the call's rules shape it.</summary>
internal static class ListShape
{
    public static Page<T> Page<T>(Call call, IReadOnlyList<T> all, Func<T, string> idOf)
    {
        var rows = Shown(call.Faults, all, idOf);
        if (Has(call, FaultKind.Endless))
        {
            return Endless(rows, call.Query);
        }

        var overlap = Has(call, FaultKind.Repeat) && call.Query.Offset > 0 ? 1 : 0;
        var page = Responses.Page<T>.From(rows, call.Query.Limit, call.Query.Offset - overlap);
        return page with { Pagination = page.Pagination with { Offset = call.Query.Offset } };
    }

    private static List<T> Shown<T>(ImmutableArray<FaultRule> rules, IReadOnlyList<T> all, Func<T, string> idOf)
    {
        var hidden = rules.Where(rule => rule.Kind == FaultKind.Hide).Select(rule => rule.Id).ToHashSet();
        var rows = all.Where(row => !hidden.Contains(idOf(row))).ToList();
        return rules.Any(rule => rule.Kind == FaultKind.CutOff) ? rows[..((rows.Count + 1) / 2)] : rows;
    }

    private static Page<T> Endless<T>(List<T> rows, Query query) =>
        new(
            [
                .. Enumerable
                    .Range(0, Math.Min(query.Limit, rows.Count))
                    .Select(index => rows[(int)(((long)query.Offset + index) % rows.Count)]),
            ],
            new Pagination(query.Limit, query.Offset, HasMore: true)
        );

    private static bool Has(Call call, FaultKind kind) => call.Faults.Any(rule => rule.Kind == kind);
}
