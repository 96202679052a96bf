using System.Globalization;
using Galley.Content;
using Galley.Diagnostics;
using Galley.Markdown;
using Galley.Payloads;
using NodaTime;

namespace Galley.Rules;

/// <summary>What every rule may look at: one client's content, the settings and the clock. No ledger: that is the judge's.</summary>
internal sealed class RuleContext(
    ClientContent content,
    Settings settings,
    Instant now,
    Func<Post, string?> approvalCodeOf
)
{
    private readonly Dictionary<string, LeadMagnet> _leadMagnets = FirstByKey(content.LeadMagnets);
    private readonly Dictionary<Post, RenderedText> _texts = new(ReferenceEqualityComparer.Instance);
    private TimedPost[]? _inOrderOfTime;

    public ClientContent Content { get; } = content;
    public Limits Limits { get; } = settings.Limits;
    public Instant Now { get; } = now;

    /// <summary>Scheduled posts with their times, in the order in which they go out.</summary>
    public IReadOnlyList<TimedPost> InOrderOfTime => _inOrderOfTime ??= TimedPost.InOrder(Content.Posts);

    /// <summary>Null for none, for one made elsewhere, and for a key that is unknown.</summary>
    public LeadMagnet? LeadMagnetOf(Post post) =>
        post.LeadMagnet?.Key is { } key ? _leadMagnets.GetValueOrDefault(key) : null;

    public PlaceholderValues PlaceholderValuesOf(Post post) =>
        LeadMagnetOf(post) is { } magnet
            ? new PlaceholderValues(magnet.Keyword, magnet.ResourceName)
            : PlaceholderValues.None;

    public RenderedText TextOf(Post post)
    {
        if (!_texts.TryGetValue(post, out var text))
        {
            text = LinkedInText.Render(post.Body, post.TextFormat ?? TextFormat.Markdown, PlaceholderValuesOf(post));
            _texts[post] = text = text with { Text = Tagged(text.Text, post) };
        }

        return text;
    }

    /// <summary>With the marks of its links, as it goes out.</summary>
    public string Tagged(string text, Post post) =>
        Content.Client is { } client ? LinkTags.Add(text, post, client) : text;

    /// <summary>What <c>approved</c> takes for what the post says now; null when it can't be told.</summary>
    public string? ApprovalCodeOf(Post post) => approvalCodeOf(post);

    public string Local(Instant time) =>
        time.InZone(Content.Client?.Zone ?? DateTimeZone.Utc)
            .ToString("ddd d MMM uuuu HH:mm '('z')'", CultureInfo.InvariantCulture);

    public Problem About(IContentObject file, DiagnosticCode code, Position at, string message, string help) =>
        new(code, file.SourceMap.Path, at, message, help) { Client = Content.Slug, Subject = (file.Kind, file.Key) };

    private static Dictionary<string, LeadMagnet> FirstByKey(IEnumerable<LeadMagnet> all) =>
        all.GroupBy(leadMagnet => leadMagnet.Key, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
}
