using System.Collections.Immutable;
using System.Text.Json;

namespace Galley.Planning.Sharding;

/// <summary>The shards that have something to do, as the matrix of a workflow: <c>{"shard":["1/4","3/4"]}</c>.</summary>
public static class ShardMatrix
{
    /// <param name="slugs">The clients that have work.</param>
    /// <param name="max">Shards at most; never more than clients.</param>
    public static ImmutableArray<Shard> Of(IReadOnlyCollection<string> slugs, int max)
    {
        var count = Math.Min(max, slugs.Count);
        return [.. slugs.Select(slug => Shard.For(slug, count)).Distinct().OrderBy(shard => shard.Number)];
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
            return [.. json.RootElement.GetProperty("shard").EnumerateArray().Select(entry => Shard.TryParse(entry.GetString() ?? "") ?? throw new FormatException())];
        }
        catch (Exception wrong) when (wrong is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new GalleyException("--matrix is not what `galley shards` prints, a line such as {\"shard\":[\"1/4\",\"3/4\"]}.");
        }
    }
}
