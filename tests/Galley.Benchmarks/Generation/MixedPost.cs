using Galley.Authoring;
using Galley.Content;

namespace Galley.Benchmarks.Generation;

/// <summary>
/// The posts as people and tools write them: flow and block style, all quotes, comments, Windows line ends, YAML files, what
/// <c>galley import</c> and the editor write, and bodies of all sorts. A tenth of the posts each.
/// </summary>
internal static class MixedPost
{
    private const int Forms = 10;
    private const string Schema = "# yaml-language-server: $schema=../../../schemas/post.schema.json\n";

    /// <summary>A file of the post, in the post's folder.</summary>
    public sealed record Part(string Name, string Text);

    /// <param name="name">Without an ending.</param>
    /// <param name="magnet">The lead magnet that it offers.</param>
    public static Part[] Write(GeneratedText.Subject of, string name, string at, int? magnet)
    {
        var (picture, guide) = (
            of.Number % 2 == 0 ? "chart.png" : "team.jpg",
            magnet is { } offered ? $"guide-{offered}" : null
        );
        var body = GeneratedText.Text(of, magnet is not null);
        return ((of.Number + of.Client) % Forms) switch
        {
            0 => [new Part($"{name}.md", Markdown(InOneLine(at, guide, picture), body))],
            1 => [new Part($"{name}.md", GeneratedText.Post(of, at, magnet))],
            2 => [new Part($"{name}.md", PostFile.Write(Imported(of, at, guide, body), "post.md", Schema.TrimEnd()))],
            3 => [new Part($"{name}.md", Markdown(FromTheEditor(of, at, guide, picture), body))],
            4 =>
            [
                new Part(
                    $"{name}.md",
                    Markdown(InOneLine(at, guide, picture), body).Replace("\n", "\r\n", StringComparison.Ordinal)
                ),
            ],
            5 => [new Part($"{name}.md", Markdown(Quoted(of, at, guide, picture), body))],
            6 => [new Part($"{name}.yaml", InOneLine(at, guide, picture) + "body: |\n" + Indented(body))],
            7 =>
            [
                new Part($"{name}.yaml", InOneLine(at, guide, picture) + $"body_file: {name}-text.md\n"),
                new Part($"{name}-text.md", body),
            ],
            8 => [new Part($"{name}.md", Markdown(InOneLine(at, guide, picture), Marked(of, body)))],
            _ => [new Part($"{name}.md", Markdown(ByHand(at, guide, picture), Marked(of, body)))],
        };
    }

    private static string Markdown(string fields, string body) => $"---\n{fields}---\n{body}";

    /// <summary>As the documentation's examples are written.</summary>
    private static string InOneLine(string at, string? guide, string picture) =>
        $"""
            status: scheduled               # scheduled or draft
            scheduled_at: {at}   # the client's time zone
            lead_magnet: {guide ?? "null"}
            labels: [launch, spring]
            images: [{picture}, {"{"}file: media/{picture}{"}"}]
            notes: drafted by Ann, checked by Ben
            followups:
              reaction: {"{"}enabled: true, delay_minutes: 30, reaction_type: like{"}"}
              repost: null
              comments: [{"{"}text: Write to us if you want to know more., delay_minutes: 60{"}"}]

            """;

    private static PostDraft Imported(GeneratedText.Subject of, string at, string? guide, string body) =>
        new()
        {
            Status = PostStatus.Scheduled,
            ScheduledAt = at,
            LeadMagnet = guide,
            Labels = ["launch"],
            Images = [new PictureDraft("chart.png", IsUrl: false)],
            Followups = new Followups(
                new Reaction(Enabled: true, 30, "like"),
                [new Comment("It's all in the notes: https://example.com/notes", 60)]
            ),
            Notes = $"Row {of.Number}: \"as agreed\"",
            Body = body.Trim(),
        };

    private static string FromTheEditor(GeneratedText.Subject of, string at, string? guide, string picture) =>
        $"""
            {Schema}status: scheduled
            scheduled_at: {at}
            {(guide is null ? "" : $"lead_magnet: {guide}\n")}labels:
              - launch
            images:
              - file: media/{picture}
                alt: A chart of the last four quarters
            notes: "Number {of.Number}: drafted by Ann"
            followups:
              reaction:
                enabled: true
                delay_minutes: 30
                reaction_type: like
              comments:
                - text: >-
                    We wrote down what we changed first, and what we would not do again. It is
                    all in the notes.
                  delay_minutes: 60

            """;

    private static string Quoted(GeneratedText.Subject of, string at, string? guide, string picture) =>
        $"""
            'status': 'scheduled'
            scheduled_at: "{at}"
            lead_magnet: {(guide is null ? "~" : $"'{guide}'")}
            images: ["{picture}"]
            notes: 'Ann''s draft, number {of.Number}: checked'
            first_comment: "The \"notes\" are here \u2013 as ever."

            """;

    private static string ByHand(string at, string? guide, string picture) =>
        $"""

            # Ask Ann before you move this one.
            status:   scheduled
            scheduled_at:   {at}

            lead_magnet: {guide}
            images:
            - {picture}
            notes: >
                Two lines of notes,
                as people write them.
            followups:
                reaction:
                    enabled: yes_or_no
            """.Replace("yes_or_no", "true", StringComparison.Ordinal) + "\n";

    private static string Indented(string text) =>
        string.Concat(text.TrimEnd('\n').Split('\n').Select(line => line.Length == 0 ? "\n" : $"  {line}\n"));

    /// <summary>Signs, numbers, other bullets, a link, a bare address, hashtags, letters of other languages.</summary>
    private static string Marked(GeneratedText.Subject of, string body) =>
        $"""
            Number {of.Number} is the one that "everybody" asks about (5 * 4 = 20) – Größe, déjà vu, 東京.

            1. Look at it.
            2. Say what it is & why.

            * one
            * [two](https://example.com/two_three_four)

            {body}
            https://example.com/{of.Seed} 🚀

            #revops #pipeline
            """ + "\n";
}
