using System.Collections.Immutable;
using System.Text.Json;

namespace Galley.Planning.Sharding;

/// <summary>The shards that have something to do, as the matrix of a workflow: <c>{"shard":["1/4","3/4"]}</c>.</summary>
public static class ShardMatrix
{
    /// <param name="slugs">The clients that have work.</param>
    /// <param name="max">Shards at most; never more than clients.</param>
    /// <returns>
    /// Of all ways to cut, the one whose largest shard is smallest: names fall unevenly, and few clients would often
    /// share one.
    /// </returns>
    public static ImmutableArray<Shard> Split(IReadOnlyCollection<string> slugs, int max)
    {
        if (slugs.Count == 0)
        {
            return [];
        }

        var ways = Enumerable
            .Range(1, Shard.Most)
            .Select(of => slugs.CountBy(slug => Shard.For(slug, of)).ToDictionary());
        return
        [
            .. ways.Where(way => way.Count <= max).MinBy(way => way.Values.Max())!.Keys.OrderBy(shard => shard.Number),
        ];
    }

    /// <summary>One line, for <c>fromJSON</c>.</summary>
    public static string Write(IEnumerable<Shard> shards) =>
        $$"""{"shard":[{{string.Join(',', shards.Select(shard => $"\"{shard}\""))}}]}""";

    /// <exception cref="GalleyException">It is no such matrix.</exception>
    public static ImmutableArray<Shard> Parse(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return
            [
                .. json
                    .RootElement.GetProperty("shard")
                    .EnumerateArray()
                    .Select(entry => Shard.TryParse(entry.GetString() ?? "") ?? throw new FormatException()),
            ];
        }
        catch (Exception wrong)
            when (wrong is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new GalleyException(
                "--matrix is not what `galley shards` prints, a line such as {\"shard\":[\"1/4\",\"3/4\"]}."
            );
        }
    }
}
