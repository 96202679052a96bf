using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Galley.Sandbox.Faults;

/// <summary>Which requests go wrong, and how.</summary>
/// <param name="On">An operation's name, <c>upload</c>, <c>media</c>, or a group such as <c>creates</c> or <c>*</c>.</param>
public sealed record FaultRule(string On, FaultKind Kind)
{
    private static readonly ImmutableArray<FaultKind> Shapes =
    [
        FaultKind.FewFields,
        FaultKind.NoObject,
        FaultKind.Hide,
        FaultKind.CutOff,
        FaultKind.Repeat,
        FaultKind.Endless,
        FaultKind.BadId,
    ];

    /// <summary>The first request that it hits, counted per rule from 1.</summary>
    public int From { get; init; } = 1;

    /// <summary>The last; null: no end.</summary>
    public int? To { get; init; }

    /// <summary>From 0 to 1.</summary>
    public double Chance { get; init; } = 1;

    /// <summary>For the kinds that answer with one; null: 500, 502 for HTML, 307 for a redirect.</summary>
    public int? Status { get; init; }

    /// <summary>The delay, or what Retry-After says.</summary>
    [JsonPropertyName("seconds")]
    public double? Seconds { get; init; }

    /// <summary>The object that is hidden.</summary>
    public string? Id { get; init; }

    /// <summary>It only shapes a good answer, so it can come together with any other rule.</summary>
    internal bool IsShape => Shapes.Contains(Kind);

    internal bool IsAbout(string operation) =>
        FaultTargets.OperationsOf(On).Contains(operation) && FaultTargets.PossibleFor(Kind).Contains(operation);
}
