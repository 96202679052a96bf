using System.Collections.Immutable;
using Galley.Content;
using Galley.Diagnostics;
using Galley.Planning;

namespace Galley.Rendering.Preview.Model;

/// <summary>A lead magnet with all that its page shows.</summary>
internal sealed record LeadMagnetView(ClientView Owner, LeadMagnet Magnet, PlanAction? Action)
{
    public ImmutableArray<Diagnostic> Problems { get; init; } = [];

    public Badge Badge => Badge.From(Action, Owner.Now);

    public string Anchor => $"lead-magnet-{Magnet.Key.Replace('/', '~')}";

    /// <summary>The posts that ask for it, by time.</summary>
    public IEnumerable<PostView> Posts => Owner.Posts.Where(post => post.LeadMagnet?.Key == Magnet.Key);
}
