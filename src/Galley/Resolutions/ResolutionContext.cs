using Galley.Ledger;
using Galley.Ledger.Events;
using Galley.Planning;

namespace Galley.Resolutions;

/// <summary>What a resolution is judged by.</summary>
internal sealed record ResolutionContext
{
    /// <summary>The client's files, ledger and plan. Its plan is made without live reads.</summary>
    public required PlannedClient Planned { get; init; }

    /// <summary>Whether another run is still working on an open intent.</summary>
    public required Func<Intended, bool> IsInFlight { get; init; }

    /// <summary>
    /// The object that an id already belongs to, over the whole ledger, such as <c>post northwind/launch</c>; null
    /// when it is free.
    /// </summary>
    public required Func<string, string?> OwnerOf { get; init; }

    /// <summary>Whether LeadPanther knows the given id; null when it was not asked.</summary>
    public bool? Exists { get; init; }

    public LedgerObject? Known(Resolution resolution) => Planned.Ledger.Find(resolution.Kind, resolution.Key);

    public PlanAction? Action(Resolution resolution) =>
        Planned.Plan.Actions.FirstOrDefault(action => action.Kind == resolution.Kind && action.Key == resolution.Key);

    public DesiredObject? File(Resolution resolution)
    {
        if (Planned.Content.Client is not { } client)
        {
            return null;
        }

        var matcher = new ObjectMatcher(Planned.Content, client, Planned.Ledger);
        return matcher.Of(resolution.Kind).FirstOrDefault(desired => desired.Key == resolution.Key);
    }
}
