using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Galley.Sandbox.Checks;
using Galley.Sandbox.Requests;
using Galley.Sandbox.State;

namespace Galley.Sandbox.Operations.Objects;

/// <summary>What list, get, update and remove need to know about posts, or about lead magnets.</summary>
internal abstract class ObjectKind<T>
    where T : class, IStored
{
    public abstract string Noun { get; }

    /// <summary>In the order they were created.</summary>
    public abstract ImmutableArray<T> All(Call call);

    public abstract T? Find(Call call);

    /// <summary>The fields that a create has, as they are now.</summary>
    public abstract JsonElement Fields(T item);

    /// <summary>As lists and single reads show it.</summary>
    public abstract JsonObject Show(T item, Call call);

    public abstract void Check(Fields fields, Call call);

    /// <summary>Why its state does not allow a change now; null when it does.</summary>
    public abstract string? WhyNotChange(T item, Call call);

    /// <summary>Why its state does not allow its removal now; null when it does.</summary>
    public abstract string? WhyNotRemove(T item, Call call);

    /// <summary>Whether somebody who reads the object and the account's posts now can tell that a removal is not allowed.</summary>
    public abstract bool ShowsWhyNot(T item, Call call);

    public abstract T Create(JsonElement fields, Call call);

    /// <summary>Stores the changed object and gives it back.</summary>
    public abstract T Change(T item, JsonElement fields, Call call);

    public abstract void Remove(T item, Call call);

    /// <summary>Adds the fields that were sent and are not shown yet.</summary>
    protected JsonObject WithFields(JsonObject shown, T item)
    {
        foreach (var field in Fields(item).EnumerateObject().Where(field => !shown.ContainsKey(field.Name)))
        {
            shown[field.Name] = JsonSerializer.SerializeToNode(field.Value);
        }

        return shown;
    }
}
