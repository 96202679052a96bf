using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Galley.LeadPanther.Routing;

namespace Galley.LeadPanther.Responses;

/// <summary>One page of a list.</summary>
/// <param name="SaysMore">Null where it does not say.</param>
/// <param name="First">What its first item is known by: a page that begins like an earlier one is that page again.</param>
internal sealed record Page<T>(ImmutableArray<T> Items, bool? SaysMore, string? First, string? Last, string? RequestId)
    where T : class
{
    /// <summary>Where it does not say, a full page may have a successor.</summary>
    public bool HasMore => SaysMore ?? Items.Length >= Routes.PageSize;

    /// <summary>Null unless <paramref name="read"/> can read every item.</summary>
    public static Page<T>? Read(ApiAnswer answer, Func<JsonElement, T?> read)
    {
        if (answer.Root.Child("data") is not { ValueKind: JsonValueKind.Array } data)
        {
            return null;
        }

        ImmutableArray<T> items = [.. data.EnumerateArray().Select(read).OfType<T>()];
        return items.Length != data.GetArrayLength()
            ? null
            : new Page<T>(
                items,
                answer.Root.Object("pagination")?.Flag("has_more"),
                items.IsEmpty ? null : Name(data[0]),
                items.IsEmpty ? null : Name(data[items.Length - 1]),
                answer.RequestId
            );
    }

    private static string Name(JsonElement item) =>
        item.Text("id") ?? item.Text("user_id") ?? Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8Value(item));
}
