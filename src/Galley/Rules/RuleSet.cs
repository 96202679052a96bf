using System.Collections.Immutable;
using Galley.Content;
using Galley.Diagnostics;
using Galley.Diagnostics.Codes;
using Galley.Rules.LeadMagnets;
using Galley.Rules.Media;
using Galley.Rules.Posts;
using Galley.Rules.Styles;
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
        new FarYear(),
        new MinGap(),
        new NextSlot(),
        new InBlackout(),
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
        new CommentMarkdown(),
        new HiddenMarks(),
        new SecondFrontMatter(),
        new ExampleText(),
        new MovedFromPresent(),
        new Pictures(),
        new Approval(),
        new ResourceLink(),
        new MessagePlaceholders(),
        new MessageMarkdown(),
        new PublishedPage(),
        new UniqueKeywords(),
        new CallToAction(),
        new FieldLinks(),
        new PageLinks(),
        new PagePlaceholders(),
        new MediaPlace(),
        new MediaLinks(),
        new PictureShape(),
        new PicturePixels(),
        new UnusedMedia(),
        new HouseStyle(),
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
        var unread = client.Problems.Where(IsAboutAValue).Select(problem => (problem.Path, problem.At)).ToHashSet();
        return
        [
            .. Rules
                .SelectMany(rule => Checked(rule, context))
                .Where(problem => !(hasEnded && problem.Code.UnsentOnly))
                .Where(problem => !unread.Contains((problem.Path, problem.At))),
        ];
    }

    private static ImmutableArray<Problem> Checked(IRule rule, RuleContext context)
    {
        try
        {
            return [.. rule.Check(context)];
        }
#pragma warning disable CA1031 // A bug that one client triggers must not stop the other clients.
        catch (Exception bug)
#pragma warning restore CA1031
        {
            return
            [
                new Problem(
                    ReadingCodes.InternalError,
                    $"{ContentRoot.ClientsFolder}/{context.Content.Slug}/client.yaml",
                    Position.Start,
                    InternalError.Message(bug),
                    ReadingCodes.InternalError.Fix
                )
                {
                    Client = context.Content.Slug,
                },
            ];
        }
    }

    /// <summary>A value that the schema refuses reads as absent. That it is absent is not a second problem.</summary>
    private static bool IsAboutAValue(Problem problem) =>
        problem.Code == ReadingCodes.Syntax
        || problem.Code == SettingsCodes.WrongType
        || problem.Code == SettingsCodes.NotAllowed
        || problem.Code == SettingsCodes.WrongForm
        || problem.Code == SettingsCodes.OutOfRange;
}
