using System.Collections.Immutable;
using Galley.Sandbox.Documentation;

namespace Galley.Sandbox.Faults;

/// <summary>What a rule can be about: one operation, or a group of them.</summary>
internal static class FaultTargets
{
    /// <summary>The PUT to the storage host, and its GET.</summary>
    private static readonly ImmutableArray<string> Storage = ["upload", "media"];

    private static readonly ImmutableArray<string> All =
    [
        .. ApiOperations.All.Select(operation => operation.Name),
        .. Storage,
    ];

    /// <summary>Where an object is shown as it is.</summary>
    private static readonly ImmutableArray<string> Shows =
    [
        "list-posts",
        "get-post",
        "update-post",
        "list-lead-magnets",
        "get-lead-magnet",
        "update-lead-magnet",
    ];

    private static readonly ImmutableDictionary<string, ImmutableArray<string>> Groups = new Dictionary<
        string,
        ImmutableArray<string>
    >
    {
        ["*"] = All,
        ["creates"] = ["create-post", "create-lead-magnet"],
        ["lists"] = ["list-posts", "list-lead-magnets"],
        ["gets"] = ["get-post", "get-lead-magnet"],
        ["changes"] = Of("PATCH", "DELETE"),
        ["reads"] = Of("GET"),
    }.ToImmutableDictionary(StringComparer.Ordinal);

    public static ImmutableArray<string> Names { get; } = [.. Groups.Keys.Order(StringComparer.Ordinal), .. All];

    public static ImmutableArray<string> OperationsOf(string target) => Groups.GetValueOrDefault(target, [target]);

    /// <summary>A kind that is about lists or objects happens to those only, however wide its rule is.</summary>
    public static ImmutableArray<string> PossibleFor(FaultKind kind) =>
        kind switch
        {
            FaultKind.FewFields => Shows,
            FaultKind.NoObject => OperationsOf("changes"),
            FaultKind.Hide or FaultKind.CutOff or FaultKind.Repeat or FaultKind.Endless or FaultKind.BadId =>
                OperationsOf("lists"),
            FaultKind.NoId or FaultKind.SameId => [.. All.Except(Storage)],
            _ => All,
        };

    private static ImmutableArray<string> Of(params string[] methods) =>
        [
            .. ApiOperations
                .All.Where(operation => methods.Contains(operation.Method))
                .Select(operation => operation.Name),
        ];
}
