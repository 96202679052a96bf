using System.Collections.Immutable;
using Galley.Diagnostics;
using NodaTime;

namespace Galley.Simulation.Content;

/// <summary>The authors and their repository: each commit is kept, since a run may be on an older one.</summary>
internal sealed class Agency(Instant start, Policy policy)
{
    private readonly List<Snapshot> _commits = [new Snapshot(0, [], policy)];
    private readonly List<Item> _deleted = [];
    private int _marks;

    public IReadOnlyList<Snapshot> Commits => _commits;

    public Snapshot Head => _commits[^1];

    /// <summary>The commit so many before the newest.</summary>
    public Snapshot Back(int commits) => _commits[Math.Max(0, _commits.Count - 1 - commits)];

    public void Commit(IEnumerable<Edit> edits)
    {
        var items = edits.Aggregate(Head.Items, Apply);
        _commits.Add(new Snapshot(_commits.Count, items, policy));
    }

    private ImmutableArray<Item> Apply(ImmutableArray<Item> items, Edit edit)
    {
        var posts = items.Where(item => item.Kind == Kind.Post).ToList();
        var magnets = items.Where(item => item.Kind == Kind.LeadMagnet).ToList();
        switch (edit.Kind)
        {
            case EditKind.AddPost:
                return items.Add(NewPost(edit.Pick));
            case EditKind.AddPostWithPicture:
                return items.Add(NewPost(edit.Pick) with { HasPicture = true });
            case EditKind.AddPostWithMagnet:
                return AddWithMagnet(items, magnets, edit.Pick);
            case EditKind.EditText when Chosen(posts, edit) is { } post:
                return items.Replace(post, Edited(post));
            case EditKind.EditTime when Chosen(posts, edit) is { } post:
                return items.Replace(
                    post,
                    Change(post, Changes.Time) with
                    {
                        At = post.At + Duration.FromMinutes(37 + _marks),
                    }
                );
            case EditKind.Rename when Chosen(posts, edit) is { } post:
                return items.Replace(post, Renamed(post));
            case EditKind.RenameAndEdit when Chosen(posts, edit) is { } post:
                return items.Replace(post, Renamed(Edited(post)));
            case EditKind.RenameWithMovedFrom when Chosen(posts, edit) is { } post:
                return items.Replace(post, Edited(post) with { Key = NewKey(post), MovedFrom = post.Key });
            case EditKind.Swap when Pair(posts, edit) is var (one, other):
                return items
                    .Replace(one, Change(one, Changes.Key) with { Key = other.Key, MovedFrom = null })
                    .Replace(other, Change(other, Changes.Key) with { Key = one.Key, MovedFrom = null });
            case EditKind.Delete when Chosen(posts, edit) is { } post:
                _deleted.Add(post);
                return items.Remove(post);
            case EditKind.BringBack when Chosen(_deleted, edit) is { } post && IsFree(items, post):
                _deleted.Remove(post);
                var offered = items.Any(item => item.Key == post.Magnet) ? post.Magnet : null;
                // Without `moved_from` nothing says any more what its file was once.
                return items.Add(Change(post, Changes.None) with { Magnet = offered, MovedFrom = null });
            case EditKind.EditMagnet when Chosen(magnets, edit) is { } magnet:
                return items.Replace(magnet, Edited(magnet));
            case EditKind.RenameMagnet when Chosen(magnets, edit) is { } magnet:
                return WithUsers(items, magnet, Renamed(magnet));
            case EditKind.DropMagnet when Chosen(magnets, edit) is { } magnet:
                return WithUsers(items, magnet, null);
            default:
                return items;
        }
    }

    private static Item? Chosen(IReadOnlyList<Item> items, Edit edit) =>
        items.Count == 0 ? null : items[edit.Pick % items.Count];

    private static (Item, Item)? Pair(IReadOnlyList<Item> posts, Edit edit)
    {
        if (Chosen(posts, edit) is not { } one)
        {
            return null;
        }

        var others = posts.Where(post => post.Slug == one.Slug && post != one).ToList();
        return Chosen(others, edit) is { } other ? (one, other) : null;
    }

    private static bool IsFree(ImmutableArray<Item> items, Item back) =>
        !items.Any(item => item.Kind == back.Kind && item.Slug == back.Slug && item.Key == back.Key);

    private ImmutableArray<Item> AddWithMagnet(ImmutableArray<Item> items, List<Item> magnets, int pick)
    {
        if (pick % 3 == 0 && magnets.Count > 0)
        {
            var known = magnets[pick % magnets.Count];
            return items.Add(NewPost(pick) with { Slug = known.Slug, Magnet = known.Key });
        }

        var mark = ++_marks;
        var magnet = new Item(Kind.LeadMagnet, mark, Slug(pick), $"m{mark}", 1);
        return items.Add(magnet).Add(NewPost(pick) with { Magnet = magnet.Key });
    }

    private static ImmutableArray<Item> WithUsers(ImmutableArray<Item> items, Item magnet, Item? after)
    {
        var rest = after is null ? items.Remove(magnet) : items.Replace(magnet, after);
        return
        [
            .. rest.Select(item =>
                item.Slug == magnet.Slug && item.Magnet == magnet.Key ? item with { Magnet = after?.Key } : item
            ),
        ];
    }

    private Item NewPost(int pick)
    {
        var mark = ++_marks;
        return new Item(Kind.Post, mark, Slug(pick), $"p{mark}", 1)
        {
            At = start + Duration.FromDays(3 + pick % 20) + Duration.FromHours(mark),
        };
    }

    private static string Slug(int pick) => Snapshot.Slugs[pick % 4 == 3 ? 1 : 0];

    // A version is never used twice, not even after a commit that was taken back.
    private Item Edited(Item item) => Change(item, Changes.Text) with { Version = ++_marks };

    private Item Renamed(Item item) => Change(item, Changes.Key) with { Key = NewKey(item), MovedFrom = null };

    private string NewKey(Item item) => $"{(item.Kind == Kind.Post ? "p" : "m")}{item.Mark}-{++_marks}";

    private Item Change(Item item, Changes change)
    {
        var changed = item.Changed | change | (item.MovedFrom is null ? Changes.None : Changes.Key);
        return changed == Changes.All || item.Kind == Kind.LeadMagnet && changed == (Changes.Key | Changes.Text)
            ? item with
            {
                Mark = ++_marks,
                Changed = Changes.None,
            }
            : item with
            {
                Changed = changed,
            };
    }
}
