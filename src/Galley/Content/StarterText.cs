using System.Buffers;

namespace Galley.Content;

/// <summary>
/// The text of a new file until its author replaces it. It validates, and it is only used in files that are not sent as they are.
/// Its lines tell a file that was scheduled before its text was written.
/// </summary>
public static class StarterText
{
    public const string PostHint =
        "A draft is never published. Write your own text below the second ---. Then change draft to scheduled.";
    public const string YamlPostHint =
        "A draft is never published. Write your own text under body. Then change draft to scheduled.";

    private const string FirstLine = "The first line decides whether people read the second.";
    private const string Story = "Say what happened, to whom, and what it cost. One short paragraph, one thought.";
    private const string Bullet = "a number that surprised you";
    private const string Thanks =
        "Thank you for asking for this. It takes about ten minutes to read and an hour to try.";
    private const string PageBullet = "the numbers to write down";
    private const string Step = "1. Begin with what you have, however rough it is.";

    private static readonly SearchValues<string> Lines = SearchValues.Create(
        [FirstLine, Story, $"{Bullet}\n", Thanks, $"{PageBullet}\n", Step],
        StringComparison.Ordinal
    );

    /// <summary>Where a text first has a line that is still ours; -1 for nowhere.</summary>
    public static int FirstLineIn(string body) => body.AsSpan().IndexOfAny(Lines);

    public static string HintFor(string path) =>
        path.EndsWith(".yaml", StringComparison.Ordinal) ? YamlPostHint : PostHint;

    public static string Post(bool hasLeadMagnet) =>
        $"""
            {FirstLine}

            {Story}

            - {Bullet}
            - what you changed because of it
            - what came of it


            """
        + (
            hasLeadMagnet
                ? "Comment <<keyword>> and I'll send you the <<resource_name>>."
                : "What did you see in your own work?"
        );

    public static string LeadMagnetHint(string postPath) =>
        $"Write your own page below. It goes out together with the post that offers it: {postPath}";

    public static string Page(string resourceName) =>
        $"""
            # {resourceName}

            {Thanks}

            ## What you will get out of it

            - the question to ask first
            - {PageBullet}
            - what to do with them on Monday

            ## Step by step

            {Step}
            2. Compare it with last month.
            3. Change one thing, and look again after two weeks.

            Questions? Answer the message that brought you here.
            """;
}
