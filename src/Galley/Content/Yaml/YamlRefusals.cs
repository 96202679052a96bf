namespace Galley.Content.Yaml;

/// <summary>
/// The anchors, aliases and tags of one file. An anchor with all its aliases is one mistake, and so are all of them
/// together, so only the first one is reported.
/// </summary>
internal sealed class YamlRefusals
{
    /// <summary>A file with more of them is not a text that people wrote.</summary>
    private const int Most = 20;

    private readonly List<(Fault Fault, string? Anchor)> _all = [];
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    public IEnumerable<Fault> All
    {
        get
        {
            var firstUsed = _all.Find(one => IsUsed(one.Anchor)).Fault;
            return _all.Where(one => !IsUsed(one.Anchor) || one.Fault == firstUsed).Select(one => one.Fault);
        }
    }

    public void Add(Fault fault) => Add(fault, null);

    public void AddAnchor(string name, Fault fault) => Add(fault, name);

    /// <summary>Whether an alias has an anchor, which is then reported for both.</summary>
    public bool Uses(string name)
    {
        var isKnown = _all.Exists(one => one.Anchor == name);
        if (isKnown)
        {
            _used.Add(name);
        }

        return isKnown;
    }

    private bool IsUsed(string? anchor) => anchor is not null && _used.Contains(anchor);

    private void Add(Fault fault, string? anchor)
    {
        if (_all.Count == Most)
        {
            throw new YamlFaultException(fault);
        }

        _all.Add((fault, anchor));
    }
}
