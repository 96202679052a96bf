namespace Galley.Tests;

/// <summary>A post as most are, for what each of thousands may cost.</summary>
internal static class OrdinaryPost
{
    public const string Fields = """
        status: scheduled
        scheduled_at: 2026-06-15 10:00
        notes: "Drafted by Ann, checked by Ben."
        lead_magnet: guide
        followups:
          reaction:
            enabled: true
            delay_minutes: 30
            reaction_type: like
          comments:
            - text: Comment <<keyword>> if you want the guide.
              delay_minutes: 60

        """;

    public const string Body = """
        Half of the deals that slipped had no next step written down anywhere.

        It took two afternoons, a whiteboard and one honest conversation. The fix was not a tool.
        It was an agreement about who calls whom, and when.

        What worked:

        - A number that nobody owns is a number that nobody improves.
        - Small, boring habits beat a big launch every single time – ask anyone who has done both.
        - Nobody reads a plan that does not fit on one page.

        More [in the notes](https://example.com/notes/7).

        Comment <<keyword>> and I will send it over.

        """;

    public const string File = $"---\n{Fields}---\n\n{Body}";
}
