using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Galley.Diagnostics;
using Galley.Planning;
using Galley.Rendering.Comments;
using NodaTime;

namespace Galley.Rendering.Issue;

/// <summary>A line for each client whose approval is missing while a post's time comes near.</summary>
internal sealed class ApprovalReminders
{
    /// <summary>Where the client's file says no time, an answer is wanted so long before a post's own.</summary>
    private static readonly Duration UsualBy = Duration.FromHours(24);

    /// <summary>People are reminded so long before the answer is due.</summary>
    private static readonly Duration Ahead = Duration.FromHours(24);

    private readonly IssueInput _input;
    private readonly ImmutableArray<(ClientPlan Client, ImmutableArray<PlanAction> Posts)> _pressing;

    public ApprovalReminders(IssueInput input)
    {
        _input = input;
        _pressing =
        [
            .. input
                .Plan.Clients.Select(client => (client, Posts: client.Actions.Where(action => Presses(client, action))))
                .Select(pair => (pair.client, pair.Posts.OrderBy(post => post.At).ToImmutableArray()))
                .Where(pair => !pair.Item2.IsEmpty),
        ];
    }

    public bool IsEmpty => _pressing.IsEmpty;

    public void Write(StringBuilder text, int rows)
    {
        if (IsEmpty)
        {
            return;
        }

        text.Append(
            CultureInfo.InvariantCulture,
            $"\n## On hold until the client approves ({_pressing.Sum(one => one.Posts.Length):N0})\n\n"
        );
        foreach (var (client, posts) in _pressing.Take(rows))
        {
            text.Append("- ").Append(Line(client, posts)).Append('\n');
        }

        if (_pressing.Length > rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"- … and {_pressing.Length - rows} more clients\n");
        }
    }

    private string Line(ClientPlan client, ImmutableArray<PlanAction> posts)
    {
        var zone = LocalTimes.Zone(client.Zone);
        var (first, due) = (posts[0].At!.Value, posts[0].At!.Value - By(client));
        var waits = posts.Length == 1 ? "1 post waits" : $"{posts.Length:N0} posts wait";
        return $"{SafeMarkdown.Inline(client.Name ?? client.Slug, 80)}: {waits} for the client's approval. "
            + $"The first goes out {LocalTimes.InCityAndUtc(first, zone, _input.Now)}, "
            + $"and the answer {(due <= _input.Now ? "was" : "is")} due {LocalTimes.InCity(due, zone, _input.Now)}.";
    }

    private bool Presses(ClientPlan client, PlanAction action) =>
        action is { Kind: Kind.Post, Type: ActionType.Wait, Reason: Reason.Unapproved, At: { } at }
        && at > _input.Now
        && at - By(client) - Ahead <= _input.Now;

    private Duration By(ClientPlan client) => _input.ApprovalBy(client.Slug) ?? UsualBy;
}
