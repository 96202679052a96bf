using System.Collections.Immutable;

namespace Galley.Sandbox.State;

/// <summary>Objects of one kind, in the order they came. Not thread-safe: <see cref="SandboxState"/> holds the lock.</summary>
internal sealed class Shelf<T> where T : class, IStored
{
    readonly Dictionary<string, T> byId = new(StringComparer.Ordinal);
    readonly Dictionary<string, List<string>> byAccount = new(StringComparer.Ordinal);
    readonly List<string> order = [];

    public T? Find(string id) => byId.GetValueOrDefault(id);

    public ImmutableArray<T> All => [.. order.Select(id => byId[id])];

    public ImmutableArray<T> Of(string userId) => byAccount.TryGetValue(userId, out var ids) ? [.. ids.Select(id => byId[id])] : [];

    /// <summary>Adds, or replaces the one with the same id.</summary>
    public void Put(T item)
    {
        if (byId.TryAdd(item.Id, item))
        {
            order.Add(item.Id);
            if (!byAccount.TryGetValue(item.UserId, out var ids)) byAccount[item.UserId] = ids = [];
            ids.Add(item.Id);
        }
        else
        {
            byId[item.Id] = item;
        }
    }
}
