using System.Collections.Immutable;
using System.Globalization;
using Galley.Diagnostics;
using Galley.Payloads;
using Galley.Planning;
using NodaTime;

namespace Galley.Rendering.Preview.Model;

/// <summary>A client with its posts by time and its lead magnets by name.</summary>
internal sealed class ClientView
{
    private const int PostsOnPage = 40;

    private readonly PlannedClient _planned;
    private readonly ILookup<string, Diagnostic> _problems;

    /// <param name="problems">By path.</param>
    /// <param name="now">Of the plan.</param>
    /// <param name="number">From 1, among all clients: what the style sheet's filter knows it by.</param>
    public ClientView(PlannedClient planned, ILookup<string, Diagnostic> problems, Instant now, int number)
    {
        (_planned, _problems, Now) = (planned, problems, now);
        Number = number.ToString(CultureInfo.InvariantCulture);
        Posts = planned.Content.Client is null ? [] : [.. SortedPosts().Select(View)];
        LeadMagnets =
        [
            .. planned.Content.LeadMagnets.OrderBy(magnet => magnet.Key, StringComparer.Ordinal).Select(View),
        ];
    }

    public string Number { get; }
    public Instant Now { get; }
    public string Slug => _planned.Content.Slug;
    public string Name => _planned.Content.Client?.Name ?? Slug;

    /// <summary>The line below the name in LinkedIn; null where client.yaml has none.</summary>
    public string? Headline => _planned.Content.Client?.Headline;

    public Content.Avatar? Avatar => _planned.Content.Client?.Avatar;

    public DateTimeZone Zone => _planned.Content.Client?.Zone ?? DateTimeZone.Utc;
    public ImmutableArray<PostView> Posts { get; }
    public ImmutableArray<LeadMagnetView> LeadMagnets { get; }
    public int Pages => Math.Max(1, (Posts.Length + PostsOnPage - 1) / PostsOnPage);

    /// <summary>With or without a file.</summary>
    public IEnumerable<PlanAction> ActionsOf(ActionGroup group) =>
        _planned.Plan.Actions.Where(action => ActionTable.GroupOf(action) == group);

    public bool HasEnded => _planned.Content.Client?.Ended == true;

    /// <summary>Whether a post goes out only with the code of its text.</summary>
    public bool AsksForApproval => _planned.Content.Client?.ApprovalRequired == true;

    /// <summary>How long before a post's time the client is asked to answer; null for no such date.</summary>
    public Duration? ApprovalBy => _planned.Content.Client?.ApprovalBy;

    /// <summary>Problems of files that have no card of their own.</summary>
    public IEnumerable<Diagnostic> OtherProblems
    {
        get
        {
            var shown = Posts
                .Select(post => post.Post.SourceMap)
                .Concat(LeadMagnets.Select(magnet => magnet.Magnet.SourceMap))
                .SelectMany(sourceMap => new[] { sourceMap.Path, sourceMap.BodyPath })
                .ToHashSet();
            return _problems
                .Where(file => !shown.Contains(file.Key))
                .SelectMany(file => file)
                .Where(problem => problem.Client == Slug);
        }
    }

    private IEnumerable<Content.Post> SortedPosts() =>
        _planned
            .Content.Posts.OrderBy(post => post.ScheduledAt ?? Instant.MaxValue)
            .ThenBy(post => post.Key, StringComparer.Ordinal);

    private PostView View(Content.Post post, int index)
    {
        var magnet = _planned.Content.LeadMagnetOf(post);
        var text = new PostText(post, _planned.Content.Client!, magnet);
        return new PostView(this, post, ActionOf(post), text.Rendered, (index / PostsOnPage) + 1)
        {
            LeadMagnet = magnet,
            Followups = text.Followups,
            Problems = ProblemsOf(post.SourceMap),
        };
    }

    private LeadMagnetView View(Content.LeadMagnet magnet) =>
        new(this, magnet, ActionOf(magnet)) { Problems = ProblemsOf(magnet.SourceMap) };

    private PlanAction? ActionOf(Content.IContentObject file) =>
        _planned.Plan.Actions.FirstOrDefault(action => action.Kind == file.Kind && action.Key == file.Key);

    private ImmutableArray<Diagnostic> ProblemsOf(Content.ISourceMap sourceMap) =>
        [.. new[] { sourceMap.Path, sourceMap.BodyPath }.Distinct().SelectMany(path => _problems[path])];
}
