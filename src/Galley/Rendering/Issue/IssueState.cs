using System.Collections.Immutable;
using System.Text.Json;
using Galley.Rendering.Json;
using Galley.Rendering.Json.Documents;

namespace Galley.Rendering.Issue;

/// <summary>What the issue's body remembers, unseen: which problems people were told of, and which are still to be told.</summary>
/// <param name="Told">Prints.</param>
/// <param name="Untold">Prints, each with the number of its comment.</param>
/// <param name="Next">The next comment's number. A problem that is solved and comes back is told again, under another.</param>
/// <param name="IsLost">The body is there, but somebody damaged what it remembers: only the comments say what was told.</param>
internal sealed record IssueState(
    ImmutableHashSet<string> Told,
    ImmutableSortedDictionary<string, long> Untold,
    long Next,
    bool IsLost = false
)
{
    public static readonly IssueState Empty = new(
        [],
        ImmutableSortedDictionary.Create<string, long>(StringComparer.Ordinal),
        1
    );

    private const string Opening = "<!-- galley:state ";
    private const string Closing = " -->";

    /// <param name="body">Null where there is no issue yet.</param>
    /// <param name="fresh">A number that no comment had before, for when the state is lost.</param>
    public static IssueState Read(string? body, long fresh)
    {
        if (body is null)
        {
            return Empty;
        }

        var line = body.Split('\n')
            .Select(line => line.TrimEnd())
            .LastOrDefault(line =>
                line.StartsWith(Opening, StringComparison.Ordinal) && line.EndsWith(Closing, StringComparison.Ordinal)
            );
        return (line is null ? null : TryParse(line[Opening.Length..^Closing.Length]))
            ?? Empty with
            {
                Next = fresh,
                IsLost = true,
            };
    }

    public bool Knows(string print) => Told.Contains(print) || Untold.ContainsKey(print);

    /// <summary>The state once these are all the problems that there are.</summary>
    public IssueState With(IEnumerable<string> prints)
    {
        var state = new IssueState([], Empty.Untold, Next, IsLost);
        foreach (var print in prints)
        {
            if (Told.Contains(print))
            {
                state = state with { Told = state.Told.Add(print) };
            }
            else if (Untold.TryGetValue(print, out var number))
            {
                state = state with { Untold = state.Untold.SetItem(print, number) };
            }
            else if (!state.Untold.ContainsKey(print))
            {
                state = state with { Untold = state.Untold.Add(print, state.Next), Next = state.Next + 1 };
            }
        }

        return state;
    }

    public IssueState AllTold() => this with { Told = Told.Union(Untold.Keys), Untold = Empty.Untold, IsLost = false };

    /// <summary>A line of its own, which no reader sees. The encoder leaves no <c>&gt;</c> in it that could end it early.</summary>
    public string Write()
    {
        var state = new IssueStateDocument(1, Next, Told.Order(StringComparer.Ordinal), Untold);
        return $"{Opening}{JsonSerializer.Serialize(state, RenderingJson.Default.IssueStateDocument)}{Closing}\n";
    }

    private static IssueState? TryParse(string text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, RenderingJson.Default.IssueStateDocument) is { Version: 1 } state
                ? new IssueState(
                    [.. state.Told],
                    state.Untold.ToImmutableSortedDictionary(StringComparer.Ordinal),
                    state.Next
                )
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
