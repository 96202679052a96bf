using System.Collections.Immutable;
using System.Text.Json;
using Galley.Content;

namespace Galley.Planning;

/// <summary>A plan that somebody looked at: what <c>plan --out</c> saved, as far as <c>apply --plan</c> must keep to it.</summary>
public sealed class SavedPlan
{
    private readonly string? _ledgerId;
    private readonly ImmutableHashSet<(string Client, string Kind, string Key, string Sha256)> _creates;

    private SavedPlan(string? ledgerId, ImmutableHashSet<(string, string, string, string)> creates) => (_ledgerId, _creates) = (ledgerId, creates);

    public static SavedPlan Parse(string json, string name)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            if (root.GetProperty("version").GetInt32() != 1) throw NotAPlan(name, "its version is not 1");
            return new SavedPlan(root.GetProperty("ledger").GetProperty("id").GetString(), [.. Creates(root)]);
        }
        catch (Exception wrong) when (wrong is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw NotAPlan(name, "it can't be read");
        }
    }

    /// <summary>A sentence that refuses unless every create that would be made now is in the file with the same payload. Done already is fine; more is not.</summary>
    /// <returns>Null when the plan is not stale.</returns>
    public string? WhyNot(Plan plan)
    {
        if (plan.LedgerId != _ledgerId)
            return Stale($"it was made against the ledger {_ledgerId ?? "(none)"}, and this is {plan.LedgerId ?? "(none)"}");

        var more = plan.Actions.Where(pair => pair.Action.Type == ActionType.Create && !_creates.Contains(Of(pair.Client, pair.Action))).ToList();
        if (more is not [var (client, action), ..])
            return null;
        var others = more.Count > 1 ? $" and {more.Count - 1} more" : "";
        return Stale($"{KindName.Of(action.Kind)} {client.Slug}/{action.Key}{others} would be sent now and {(more.Count > 1 ? "are" : "is")} not in it as it stands");
    }

    private static (string, string, string, string) Of(ClientPlan client, PlanAction action) =>
        (client.Slug, KindName.Of(action.Kind), action.Key, action.PayloadSha256 ?? "");

    private static IEnumerable<(string, string, string, string)> Creates(JsonElement root) =>
        from client in root.GetProperty("clients").EnumerateArray()
        from action in client.GetProperty("actions").EnumerateArray()
        where action.GetProperty("action").GetString() == ActionTable.Of(ActionType.Create).Name
        select (
            client.GetProperty("slug").GetString() ?? "",
            action.GetProperty("kind").GetString() ?? "",
            action.GetProperty("key").GetString() ?? "",
            action.GetProperty("payload_sha256").GetString() ?? "");

    private static GalleyException NotAPlan(string name, string why) =>
        new($"{name} is not a plan that `galley plan --out` saved: {why}. Make it again.");

    private static string Stale(string why) => $"GAL608 The saved plan is stale: {why}. Make the plan again, look at it, and apply that one.";
}
