using System.Collections.Immutable;

namespace Galley.Sandbox.State;

/// <summary>Objects of one kind, in the order they came. Not thread-safe: <see cref="SandboxState"/> holds the lock.</summary>
internal sealed class ObjectStore<T>
    where T : class, IStored
{
    private readonly Dictionary<string, T> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _byAccount = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];

    /// <summary>Null for one that was deleted, too.</summary>
    public T? Find(string id) => _byId.TryGetValue(id, out var item) && Exists(item) ? item : null;

    public ImmutableArray<T> All => [.. InOrder.Where(Exists)];

    public ImmutableArray<T> Deleted => [.. InOrder.Where(item => !Exists(item))];

    public ImmutableArray<T> For(string userId) =>
        _byAccount.TryGetValue(userId, out var ids) ? [.. ids.Select(id => _byId[id]).Where(Exists)] : [];

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

    private IEnumerable<T> InOrder => _order.Select(id => _byId[id]);

    private static bool Exists(T item) => item.DeletedAt is null;
}
