using System.Text.Json.Nodes;

namespace Galley.EndToEnd.Tests.Chaos;

/// <summary>
/// A person who works in LeadPanther's own pages between two runs: edits a post, or deletes it. What they did stands until
/// somebody says that it may be overwritten.
/// </summary>
internal sealed class ManualEdits(ChaosFixture fixture, Random random)
{
    private readonly Dictionary<string, string> _edited = [];
    private readonly HashSet<string> _touched = [];
    private int _count;

    /// <summary>Ids of all that a person ever edited or deleted.</summary>
    public IReadOnlySet<string> Touched => _touched;

    /// <summary>Edits whose text is no longer there although nobody gave them up.</summary>
    public IReadOnlyList<string> Overwritten =>
        [
            .. _edited
                .Where(edit => fixture.Sandbox.Posts.All(post => post.Id != edit.Key || post.Text != edit.Value))
                .Select(edit => edit.Value),
        ];

    /// <param name="ids">Posts that Galley knows by their id.</param>
    public void Work(IReadOnlyList<string> ids)
    {
        var there = fixture
            .Sandbox.Posts.Select(post => post.Id)
            .Where(id => ids.Contains(id))
            .Order(StringComparer.Ordinal)
            .ToArray();
        if (there.Length == 0)
        {
            return;
        }

        var id = random.GetItems(there, 1)[0];
        _touched.Add(id);
        if (random.Next(4) == 0)
        {
            fixture.Sandbox.Manual.DeletePost(id);
            _edited.Remove(id);
            return;
        }

        var text = $"Edited by hand, {++_count}.";
        fixture.Sandbox.Manual.EditPost(id, new JsonObject { ["text"] = text });
        _edited[id] = text;
    }

    /// <summary>Somebody said that what stands there may be overwritten.</summary>
    public void GiveUp(string id) => _edited.Remove(id);
}
