using System.Collections.Immutable;
using Galley.Diagnostics;

namespace Galley.Planning;

/// <summary>
/// The posts of some labels, of a campaign, or both. It only chooses what people look at: what has no file any more has no label,
/// and a lead magnet has none, so a filtered plan is never applied.
/// </summary>
/// <param name="Labels">A post has one of them; empty: any post.</param>
/// <param name="Campaign">Null: any.</param>
public sealed record PostFilter(ImmutableArray<string> Labels, string? Campaign)
{
    public bool IsEmpty => Labels.IsEmpty && Campaign is null;

    public Plan Of(Plan plan) =>
        IsEmpty
            ? plan
            : plan with
            {
                Clients = [.. plan.Clients.Select(Of).Where(client => !client.Actions.IsEmpty)],
                Diagnostics = [.. WithoutHidden(plan)],
            };

    /// <summary>The lead magnets that the kept posts offer stay, too.</summary>
    public PlannedRepository Of(PlannedRepository planned) =>
        IsEmpty
            ? planned
            : planned with
            {
                Plan = Of(planned.Plan),
                Clients = [.. planned.Clients.Select(Of).Where(client => !client.Content.Posts.IsEmpty)],
            };

    private PlannedClient Of(PlannedClient client)
    {
        ImmutableArray<Content.Post> posts = [.. client.Content.Posts.Where(Keeps)];
        var offered = posts.Select(post => post.LeadMagnet?.Key).ToHashSet();
        return client with
        {
            Content = client.Content with
            {
                Posts = posts,
                LeadMagnets = [.. client.Content.LeadMagnets.Where(magnet => offered.Contains(magnet.Key))],
            },
            Plan = client.Plan with
            {
                Actions =
                [
                    .. client.Plan.Actions.Where(action =>
                        action.Kind == Kind.LeadMagnet ? offered.Contains(action.Key) : Keeps(action)
                    ),
                ],
            },
        };
    }

    private ClientPlan Of(ClientPlan client) => client with { Actions = [.. client.Actions.Where(Keeps)] };

    /// <summary>Problems of files that are shown, and those that are no post's.</summary>
    private IEnumerable<Diagnostic> WithoutHidden(Plan plan)
    {
        var hidden = plan
            .Actions.Where(of => !Keeps(of.Action))
            .Select(of => of.Action.Path)
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        return plan.Diagnostics.Where(problem => !hidden.Contains(problem.Path));
    }

    public bool Keeps(Content.Post post) => Keeps(post.Labels, post.Campaign);

    private bool Keeps(PlanAction action) => action.Kind == Kind.Post && Keeps(action.Labels ?? [], action.Campaign);

    private bool Keeps(ImmutableArray<string> labels, string? campaign) =>
        (Labels.IsEmpty || labels.Intersect(Labels, StringComparer.OrdinalIgnoreCase).Any())
        && (Campaign is null || string.Equals(Campaign, campaign, StringComparison.OrdinalIgnoreCase));
}
