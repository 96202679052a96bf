using System.Collections.Immutable;
using System.Text.Json;
using Galley.LeadPanther.Routing;

namespace Galley.LeadPanther.Responses;

/// <summary>One page of a list.</summary>
/// <param name="First">What its first item is known by: a page that begins like an earlier one is that page again.</param>
internal sealed record Page<T>(ImmutableArray<T> Items, bool HasMore, string? First, string? RequestId)
    where T : class
{
    public static Page<T>? Read(JsonElement root, Func<JsonElement, T?> read, string? requestId)
    {
        if (root.Child("data") is not { ValueKind: JsonValueKind.Array } data)
        {
            return null;
        }

        ImmutableArray<T> items = [.. data.EnumerateArray().Select(read).OfType<T>()];
        if (items.Length != data.GetArrayLength())
        {
            return null;
        }
        // Without a word on it a full page may have a successor.
        var hasMore = root.Object("pagination")?.Flag("has_more") ?? items.Length >= Routes.PageSize;
        return new Page<T>(items, hasMore, items.Length > 0 ? Name(data[0]) : null, requestId);
    }

    private static string Name(JsonElement item) => item.Text("id") ?? item.Text("user_id") ?? item.GetRawText();
}
