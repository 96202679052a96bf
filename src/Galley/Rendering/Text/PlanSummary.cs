using System.Collections.Immutable;
using Galley.Planning;

namespace Galley.Rendering.Text;

/// <summary>A long plan of several clients on one page: what is deleted or needs a person, then a line for each client.</summary>
/// <param name="Urgent">The first objects that are deleted or need a person, and no others.</param>
/// <param name="Lines">Below them; empty ones between their parts.</param>
public sealed record PlanSummary(Plan Urgent, ImmutableArray<string> Lines)
{
    private const int LongestPage = 60;
    private const int MostUrgent = 6;
    private const int MostClients = 20;

    /// <returns>Null for a plan that is short enough to be read whole, and for one client's.</returns>
    public static PlanSummary? Of(Plan plan)
    {
        var clients = plan.Clients.Where(client => !client.IsEmpty).ToList();
        return clients.Count > 1 && plan.Actions.Count(pair => IsListed(pair.Action)) > LongestPage
            ? new PlanSummary(FirstUrgent(plan), [.. LinesOf(plan, clients)])
            : null;
    }

    private static Plan FirstUrgent(Plan plan)
    {
        var first = plan
            .Actions.Where(pair => IsUrgent(pair.Action))
            .OrderBy(pair => ActionTable.GroupOf(pair.Action))
            .Take(MostUrgent)
            .Select(pair => (pair.Client.Slug, pair.Action))
            .ToHashSet();
        return plan with
        {
            Clients =
            [
                .. plan.Clients.Select(client =>
                    client with
                    {
                        Counted = [],
                        Actions = [.. client.Actions.Where(action => first.Contains((client.Slug, action)))],
                    }
                ),
            ],
        };
    }

    private static IEnumerable<string> LinesOf(Plan plan, List<ClientPlan> clients)
    {
        if (plan.Actions.Count(pair => IsUrgent(pair.Action)) is > MostUrgent and var urgent)
        {
            yield return $"… and {urgent - MostUrgent:N0} more that will be deleted or need you";
            yield return "";
        }

        var active = clients
            .Where(HasListed)
            .OrderBy(MostPressing)
            .ThenBy(client => client.Slug, StringComparer.Ordinal)
            .ToList();
        foreach (var client in active.Take(MostClients))
        {
            var counts = PlanText.Counts(ActionTotal.Of([client], plan.Now));
            yield return $"{VisibleText.From(client.Name ?? client.Slug)} ({client.Slug}): {counts}";
        }

        var quiet = clients.Where(client => !HasListed(client)).ToList();
        foreach (
            var (rest, start) in new[] { (active.Skip(MostClients).ToList(), "… and "), (quiet, "Nothing to do for ") }
        )
        {
            if (rest.Count > 0)
            {
                var counts = PlanText.Counts(ActionTotal.Of(rest, plan.Now));
                yield return $"{start}{Plural.Format(rest.Count, "other client")}: {counts}";
            }
        }

        yield return "";
        yield return "`galley plan --verbose` lists each post and lead magnet; `galley plan --client SLUG` those of one client.";
    }

    private static bool IsUrgent(PlanAction action) => ActionTable.GroupOf(action) <= ActionGroup.NeedsPerson;

    private static bool IsListed(PlanAction action) => ActionTable.For(action.Type).IsListed;

    private static bool HasListed(ClientPlan client) => client.Actions.Any(IsListed);

    private static ActionGroup MostPressing(ClientPlan client) => client.Actions.Min(ActionTable.GroupOf);
}
