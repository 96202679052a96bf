using System.Collections.Immutable;
using System.Text.Json;
using Galley.Diagnostics;
using Galley.Diagnostics.Codes;

namespace Galley.Planning;

/// <summary>A plan that somebody looked at: what <c>plan --out</c> saved, as far as <c>apply --plan</c> must keep to it.</summary>
public sealed class SavedPlan
{
    private readonly string? _ledgerId;
    private readonly ImmutableHashSet<Write> _writes;

    private SavedPlan(string? ledgerId, ImmutableHashSet<Write> writes) => (_ledgerId, _writes) = (ledgerId, writes);

    public static SavedPlan Parse(string json, string name) =>
        SavedFile.Read(
            json,
            $"{name} is not a plan that `galley plan --out` saved. Make it again.",
            root => new SavedPlan(root.GetProperty("ledger").Text("id"), [.. Writes(root)])
        );

    /// <summary>
    /// A sentence that refuses unless every create, update, delete and archive that would be made now is in the file as that
    /// action with the same payload. Done already is fine; more is not.
    /// </summary>
    /// <returns>Null when the plan is not stale.</returns>
    public string? WhyNot(Plan plan)
    {
        if (plan.LedgerId != _ledgerId)
        {
            return Stale(
                $"it was made against the ledger {_ledgerId ?? "(none)"}, and this is {plan.LedgerId ?? "(none)"}"
            );
        }

        var more = plan
            .Actions.Where(pair =>
                ActionTable.IsWrite(pair.Action.Type) && !_writes.Contains(Identity(pair.Client, pair.Action))
            )
            .ToList();
        if (more is not [var (client, action), ..])
        {
            return null;
        }

        var others = more.Count > 1 ? $" and {more.Count - 1} more" : "";
        return Stale(
            $"{ContentKind.For(action.Kind).Name} {client.Slug}/{action.Key}{others} would be sent, changed or deleted now "
                + $"and {(more.Count > 1 ? "are" : "is")} not in it as it stands"
        );
    }

    private static Write Identity(ClientPlan client, PlanAction action) =>
        new(
            ActionTable.For(action.Type).Name,
            client.Slug,
            ContentKind.For(action.Kind).Name,
            action.Key,
            action.PayloadSha256 ?? ""
        );

    private static IEnumerable<Write> Writes(JsonElement root) =>
        from client in root.List("clients")
        from action in client.List("actions")
        let name = action.Text("action")
        where ActionTable.Rows.Any(row => row.Name == name && ActionTable.IsWrite(row.Type))
        select new Write(
            name!,
            client.Needed("slug"),
            action.Needed("kind"),
            action.Needed("key"),
            action.Text("payload_sha256") ?? ""
        );

    private sealed record Write(string Action, string Client, string Kind, string Key, string Sha256);

    private static string Stale(string why) =>
        $"{PlanCodes.StalePlan.Id} The saved plan is stale: {why}. Make the plan again, look at it, and apply that one.";
}
