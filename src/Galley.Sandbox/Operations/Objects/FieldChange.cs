using System.Text.Json;
using System.Text.Json.Nodes;
using Galley.Sandbox.Checks;
using Galley.Sandbox.Requests;
using Galley.Sandbox.Responses;
using Galley.Sandbox.State;

namespace Galley.Sandbox.Operations.Objects;

/// <summary>Replaces some fields of an object. The whole is checked as a create is.</summary>
internal static class FieldChange
{
    /// <returns>The changed object, or the refusal.</returns>
    public static (T? Changed, Answer? Refusal) Apply<T>(ObjectKind<T> kind, T item, JsonElement fields, Call call)
        where T : class, IStored
    {
        var before = kind.Fields(item);
        var after = Merge(before, fields);
        return BodyCheck.Refusal(after, body => kind.Check(body, call), before) is { } refusal
            ? (null, refusal)
            : (kind.Change(item, after, call), null);
    }

    private static JsonElement Merge(JsonElement before, JsonElement fields)
    {
        var merged = JsonObject.Create(before)!;
        foreach (var field in fields.EnumerateObject())
        {
            merged[field.Name] = JsonSerializer.SerializeToNode(field.Value);
        }

        return JsonSerializer.SerializeToElement(merged);
    }
}
