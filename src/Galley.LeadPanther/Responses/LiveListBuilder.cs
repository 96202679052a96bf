using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Galley.Api;
using Galley.Diagnostics;

namespace Galley.LeadPanther.Responses;

/// <summary>
/// Puts pages together. Each page after the first begins with the last entry of the one before it: where it does not, something
/// was added or taken away in between, and an entry may have slipped through unseen.
/// </summary>
internal sealed class LiveListBuilder(Kind kind)
{
    private const int MostPages = 1_000;

    private readonly List<LiveObject> _objects = [];
    private readonly List<LiveObject> _nameless = [];
    private readonly Dictionary<string, LiveObject> _byId = [];
    private string? _whyNot;
    private int _pages;
    private string? _overlap;

    /// <summary>Null when the list has ended, well or not.</summary>
    public int? NextOffset { get; private set; } = 0;

    public void Add(Page<LiveItem> page)
    {
        var before = _objects.Count;
        foreach (var item in WithoutOverlap(page))
        {
            Add(item);
        }

        NextOffset = page.HasMore ? After(page, _objects.Count > before) : End(page);
    }

    public void CutOff(string why)
    {
        Fault(why);
        NextOffset = null;
    }

    public LiveList ToList() => new([.. _objects], _whyNot is null, _whyNot) { Nameless = [.. _nameless] };

    private ImmutableArray<LiveItem> WithoutOverlap(Page<LiveItem> page)
    {
        if (_overlap is null || page.First == _overlap)
        {
            return _overlap is null ? page.Items : page.Items[1..];
        }

        Fault($"The list of {ContentKind.For(kind).Plural} changed while it was read.");
        return page.Items;
    }

    private void Add(LiveItem item)
    {
        if (item.Problem is { } problem)
        {
            Fault($"The list of {ContentKind.For(kind).Plural} holds {problem}.");
            _nameless.AddRange(item.Object is { } nameless ? [nameless] : []);
            return;
        }

        var found = item.Object!;
        if (_byId.TryAdd(found.Id, found))
        {
            _objects.Add(found);
            return;
        }

        Fault($"The list of {ContentKind.For(kind).Plural} shows the id {found.Id} twice.");
        if (!JsonNode.DeepEquals(_byId[found.Id].Fields, found.Fields))
        {
            _nameless.Add(found with { Id = "" });
        }
    }

    private int? After(Page<LiveItem> page, bool hasNew)
    {
        if (!hasNew)
        {
            Fault(
                $"The list of {ContentKind.For(kind).Plural} says that more follow, but its next page shows nothing new."
            );
            return null;
        }

        if (++_pages == MostPages)
        {
            Fault($"The list of {ContentKind.For(kind).Plural} does not end within {MostPages:N0} pages.");
            return null;
        }

        // A page of one can't share an entry with the next and still lead on.
        _overlap = page.Items.Length > 1 ? page.Last : null;
        return NextOffset + page.Items.Length - (_overlap is null ? 0 : 1);
    }

    private int? End(Page<LiveItem> page)
    {
        if (page.SaysMore is null)
        {
            Fault($"The last page of the list of {ContentKind.For(kind).Plural} does not say whether more follow.");
        }

        return null;
    }

    /// <summary>The first says most: what follows may come of it.</summary>
    private void Fault(string why) => _whyNot ??= why;
}
