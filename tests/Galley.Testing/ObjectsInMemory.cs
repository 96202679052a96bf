using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Galley.Api;
using Galley.Diagnostics;

namespace Galley.Testing;

/// <summary>What an API without a wire holds: each account's posts and lead magnets, in the order in which they were made.</summary>
public sealed class ObjectsInMemory
{
    private readonly Lock _lock = new();
    private readonly List<(string Account, LiveObject Object)> _objects = [];

    public ImmutableArray<LiveObject> All(string account, Kind kind)
    {
        lock (_lock)
        {
            return [.. _objects.Where(held => held.Account == account && held.Object.Kind == kind).Select(Copy)];
        }
    }

    public LiveObject? Find(string account, Kind kind, string id) =>
        All(account, kind).FirstOrDefault(held => held.Id == id);

    /// <param name="json">Its fields; the id is added.</param>
    public LiveObject Add(string account, Kind kind, string id, string json)
    {
        var fields = JsonNode.Parse(json)!.AsObject();
        fields["id"] = id;
        lock (_lock)
        {
            var added = new LiveObject(kind, id, fields);
            _objects.Add((account, added));
            return added;
        }
    }

    /// <summary>Sets top-level fields; false where there is no such object.</summary>
    public bool Change(string account, Kind kind, string id, string json)
    {
        lock (_lock)
        {
            if (IndexOf(account, kind, id) is not (>= 0 and var index))
            {
                return false;
            }

            var fields = _objects[index].Object.Fields.DeepClone().AsObject();
            foreach (var (name, value) in JsonNode.Parse(json)!.AsObject())
            {
                fields[name] = value?.DeepClone();
            }

            _objects[index] = (account, new LiveObject(kind, id, fields));
            return true;
        }
    }

    public bool Remove(string account, Kind kind, string id)
    {
        lock (_lock)
        {
            var index = IndexOf(account, kind, id);
            if (index >= 0)
            {
                _objects.RemoveAt(index);
            }

            return index >= 0;
        }
    }

    private int IndexOf(string account, Kind kind, string id) =>
        _objects.FindIndex(held => held.Account == account && held.Object.Kind == kind && held.Object.Id == id);

    private static LiveObject Copy((string Account, LiveObject Object) held) =>
        held.Object with
        {
            Fields = held.Object.Fields.DeepClone().AsObject(),
        };
}
