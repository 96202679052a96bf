using System.Collections.Immutable;
using Galley.Content;
using Galley.Diagnostics;
using Galley.Rules.LeadMagnets;
using Galley.Rules.Media;
using Galley.Rules.Posts;
using NodaTime;

namespace Galley.Rules;

/// <summary>All rules. A new rule is one class and one line here.</summary>
public static class RuleSet
{
    private static readonly ImmutableArray<IRule> Rules =
    [
        new ExampleAccount(),
        new TimeMissing(),
        new TimeAhead(),
        new MinGap(),
        new EmptyText(),
        new TextLength(),
        new TextMarks(),
        new SameText(),
        new LongBeforeFold(),
        new LeadMagnetKnown(),
        new KeywordInText(),
        new CommentTexts(),
        new CommentPlaceholders(),
        new FollowupDelays(),
        new HiddenMarks(),
        new Pictures(),
        new Approval(),
        new ResourceLink(),
        new MessagePlaceholders(),
        new PublishedPage(),
        new UniqueKeywords(),
        new CallToAction(),
        new FieldLinks(),
        new PageLinks(),
        new PagePlaceholders(),
        new MediaPlace(),
        new MediaLinks(),
        new PictureShape(),
        new UnusedMedia(),
    ];

    /// <summary>What is wrong with one client's content, beside what reading it found. Pure.</summary>
    /// <param name="codeOf">The code of a post's present payload; null when it has none.</param>
    public static ImmutableArray<Problem> Check(
        ClientContent client,
        Settings settings,
        Instant now,
        Func<Post, string?> codeOf
    )
    {
        var context = new RuleContext(client, settings, now, codeOf);
        var hasEnded = client.Client?.Ended == true;
        return
        [
            .. Rules.SelectMany(rule => rule.Check(context)).Where(problem => !(hasEnded && problem.Code.UnsentOnly)),
        ];
    }
}
