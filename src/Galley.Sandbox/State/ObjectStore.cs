using System.Collections.Immutable;

namespace Galley.Sandbox.State;

/// <summary>Objects of one kind, in the order they came. Not thread-safe: <see cref="SandboxState"/> holds the lock.</summary>
internal sealed class ObjectStore<T>
    where T : class, IStored
{
    private readonly Dictionary<string, T> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _byAccount = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];

    public T? Find(string id) => _byId.GetValueOrDefault(id);

    public ImmutableArray<T> All => [.. _order.Select(id => _byId[id])];

    public ImmutableArray<T> For(string userId) =>
        _byAccount.TryGetValue(userId, out var ids) ? [.. ids.Select(id => _byId[id])] : [];

    /// <summary>Adds, or replaces the one with the same id.</summary>
    public void Put(T item)
    {
        if (_byId.TryAdd(item.Id, item))
        {
            _order.Add(item.Id);
            if (!_byAccount.TryGetValue(item.UserId, out var ids))
            {
                _byAccount[item.UserId] = ids = [];
            }

            ids.Add(item.Id);
        }
        else
        {
            _byId[item.Id] = item;
        }
    }
}
