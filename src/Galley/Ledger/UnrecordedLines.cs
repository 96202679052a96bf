using System.Collections.Immutable;
using System.Text.Json;

namespace Galley.Ledger;

/// <summary>Finds what <see cref="ILedger.Recover"/> takes, in whatever a person kept of it.</summary>
public static class UnrecordedLines
{
    private const string Member = "unrecorded";

    /// <summary>Whether it is an apply's result, which may well hold none.</summary>
    public static bool IsResult(string text) => OfResult(text) is not null;

    /// <param name="text">An apply's result as JSON, or its log, or the lines alone.</param>
    public static ImmutableArray<string> In(string text) =>
        OfResult(text) ?? [.. text.Split('\n').Where(line => line.Contains("{\"id\":", StringComparison.Ordinal))];

    private static ImmutableArray<string>? OfResult(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return
                document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty(Member, out var lines)
                ? [.. lines.EnumerateArray().Select(line => line.GetString()).OfType<string>()]
                : null;
        }
        catch (Exception other) when (other is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
