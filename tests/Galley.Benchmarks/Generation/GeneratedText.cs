using System.Text;

namespace Galley.Benchmarks.Generation;

/// <summary>The texts of a generated repository. No two posts say the same.</summary>
internal static class GeneratedText
{
    private static readonly string[] Sentences =
    [
        "We looked at forty pipelines last quarter, and most of them told the same story.",
        "Half of the deals that slipped had no next step written down anywhere.",
        "A number that nobody owns is a number that nobody improves.",
        "The team had a dashboard for everything except the one thing that mattered.",
        "Ask your newest colleague to explain the process; what they leave out is what is broken.",
        "It took two afternoons, a whiteboard and one honest conversation.",
        "The fix was not a tool. It was an agreement about who calls whom, and when.",
        "Three months later the forecast was within five per cent, for the first time.",
        "Small, boring habits beat a big launch every single time – ask anyone who has done both.",
        "Nobody reads a plan that does not fit on one page.",
    ];

    public sealed record Subject(int Client, int Number, int Seed);

    /// <param name="magnet">The lead magnet that it offers.</param>
    public static string Post(Subject subject, string scheduledAt, int? magnet)
    {
        var text = new StringBuilder("---\nstatus: scheduled\n")
            .Append("scheduled_at: ")
            .Append(scheduledAt)
            .Append('\n');
        text.Append("notes: \"Number ").Append(subject.Number).Append(": drafted by Ann, checked by Ben.\"\n");
        if (magnet is { } offered)
        {
            text.Append("lead_magnet: guide-").Append(offered).Append('\n');
        }

        if (subject.Number % 5 == 0)
        {
            text.Append("images: [").Append(subject.Number % 2 == 0 ? "chart.png" : "team.jpg").Append("]\n");
        }

        if (magnet is not null)
        {
            text.Append(Followups);
        }

        return text.Append("---\n\n").Append(Text(subject, magnet is not null)).ToString();
    }

    /// <summary>A body.</summary>
    public static string Text(Subject subject, bool offers)
    {
        var text = new StringBuilder();
        Body(text, subject);
        return text.Append(offers ? "\nComment <<keyword>> and I will send it over.\n" : "\nWhat is yours?\n")
            .ToString();
    }

    public static string LeadMagnet(int client, int number) =>
        $"""
            ---
            keyword: GUIDE{number}
            resource_name: Guide {number} of client {client}
            description: What {number + 3} teams changed first.
            text_template: "Here it is: <<resource_link>>"
            hosted_page:
              cta_label: Talk to us
              cta_url: https://example.com/{client}/talk
            ---
            # Guide {number}

            {Sentences[number % Sentences.Length]} [Read more](https://example.com/{client}/{number}).

            1. {Sentences[(number + 1) % Sentences.Length]}
            2. {Sentences[(number + 2) % Sentences.Length]}

            """;

    private const string Followups = """
        followups:
          reaction:
            enabled: true
            delay_minutes: 30
            reaction_type: like
          comments:
            - text: Comment <<keyword>> if you want the guide.
              delay_minutes: 60

        """;

    private static void Body(StringBuilder text, Subject subject)
    {
        text.Append("Lesson ")
            .Append(subject.Number)
            .Append(" of client ")
            .Append(subject.Client)
            .Append(": write it down.\n\n");
        for (var i = 0; i < 3; i++)
        {
            text.Append(Sentence(subject, i)).Append(' ').Append(Sentence(subject, i + 4)).Append("\n\n");
        }

        text.Append("What worked:\n\n");
        for (var i = 7; i < 10; i++)
        {
            text.Append("- ").Append(Sentence(subject, i)).Append('\n');
        }

        text.Append("\nMore [in the notes](https://example.com/notes/").Append(subject.Seed).Append(").\n");
    }

    private static string Sentence(Subject subject, int index) => Sentences[(subject.Seed + index) % Sentences.Length];
}
