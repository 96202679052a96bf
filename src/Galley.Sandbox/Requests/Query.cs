using System.Globalization;
using Galley.Sandbox.Documentation;
using Galley.Sandbox.Responses;

namespace Galley.Sandbox.Requests;

/// <summary>A call's query, checked: documented parameters only, each at most once.</summary>
internal sealed record Query(IReadOnlyDictionary<string, string> Values, int Limit, int Offset)
{
    private const int DefaultLimit = 50;
    private const int LongestPage = 100;

    public static Query None { get; } = new(new Dictionary<string, string>(), DefaultLimit, 0);

    public string? this[string name] => Values.GetValueOrDefault(name);

    /// <summary>Null when the filter is absent.</summary>
    public bool? Flag(string name) => this[name] is { } text ? text == "true" : null;

    public Page<T> Page<T>(IReadOnlyList<T> all) => Responses.Page<T>.From(all, Limit, Offset);

    /// <returns>The query, or the refusal.</returns>
    public static (Query? Query, Answer? Refusal) Read(IQueryCollection query, ApiOperation operation, int maxPageSize)
    {
        var wrong = query
            .Select(pair => Wrong(operation, pair.Key, pair.Value.ToArray()))
            .FirstOrDefault(problem => problem is not null);
        if (wrong is not null)
        {
            return (null, Answer.Violate(400, "bad_request", wrong));
        }

        var values = query.ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal);
        var limit = Math.Min(
            Number(values.GetValueOrDefault("limit")) ?? DefaultLimit,
            Math.Min(maxPageSize, LongestPage)
        );
        return (new Query(values, limit, Number(values.GetValueOrDefault("offset")) ?? 0), null);
    }

    private static string? Wrong(ApiOperation operation, string name, string?[] given) =>
        name switch
        {
            _ when !operation.Query.Contains(name) => $"\"{name}\" is not a documented parameter of {operation.Name}",
            _ when given.Length > 1 => $"\"{name}\" is given {given.Length} times",
            "limit" when Number(given[0]) is not >= 1 => $"limit must be a whole number from 1, not \"{given[0]}\"",
            "offset" when Number(given[0]) is null => $"offset must be a whole number from 0, not \"{given[0]}\"",
            "has_email" or "has_intent" when given[0] is not ("true" or "false") =>
                $"{name} must be true or false, not \"{given[0]}\"",
            _ => null,
        };

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
