using System.Collections.Immutable;
using Galley.Diagnostics;
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

    public LedgerObject? Known(ObjectResolution resolution) => Planned.Ledger.Find(resolution.Kind, resolution.Key);

    public PlanAction? Action(ObjectResolution resolution) =>
        Planned.Plan.Actions.FirstOrDefault(action => action.Kind == resolution.Kind && action.Key == resolution.Key);

    public DesiredObject? File(ObjectResolution resolution) =>
        Files(resolution.Kind).FirstOrDefault(desired => desired.Key == resolution.Key);

    /// <summary>The post that has this approval code as it reads now.</summary>
    public DesiredObject? FileOf(string approvalCode) =>
        Files(Kind.Post).FirstOrDefault(desired => desired.Payload.ApprovalCode == approvalCode);

    private ImmutableArray<DesiredObject> Files(Kind kind) =>
        Planned.Content.Client is null ? [] : new ObjectMatcher(Planned.Content, Planned.Ledger).Of(kind);
}
