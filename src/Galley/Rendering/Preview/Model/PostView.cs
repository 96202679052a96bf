using System.Collections.Immutable;
using Galley.Content;
using Galley.Diagnostics;
using Galley.Planning;
using NodaTime;

namespace Galley.Rendering.Preview.Model;

/// <summary>A post with all that its card shows.</summary>
/// <param name="Page">The client's page that holds it, from 1.</param>
internal sealed record PostView(ClientView Owner, Post Post, PlanAction? Action, string Text, int Page)
{
    private const int LongestTitle = 72;

    public LeadMagnet? LeadMagnet { get; init; }
    public Followups? Followups { get; init; }
    public ImmutableArray<Diagnostic> Problems { get; init; } = [];

    public Badge Badge => Badge.From(Action, Owner.Now);

    /// <summary>Drafts have no time that holds.</summary>
    public bool IsTentative => Post.Status == PostStatus.Draft;

    public ZonedDateTime? At => Post.ScheduledAt?.InZone(Owner.Zone);

    /// <summary>Its place on the page. A key's <c>/</c> becomes <c>~</c>, which no key has.</summary>
    public string Anchor => $"post-{Post.Key.Replace('/', '~')}";

    /// <summary>What names it in a calendar: the start of its first line.</summary>
    public string Title => Excerpt.FirstLine(Text, LongestTitle) is { Length: > 0 } line ? line : Post.Key;
}
