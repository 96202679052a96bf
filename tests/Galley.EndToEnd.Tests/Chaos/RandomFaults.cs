using Galley.Sandbox.Faults;

namespace Galley.EndToEnd.Tests.Chaos;

/// <summary>What goes wrong in one round, decided by a seed.</summary>
internal static class RandomFaults
{
    private static readonly string[] Kinds =
    [
        "reset-before-read",
        "reset-before-store",
        "reset-after-store",
        "hang-before-store",
        "hang-after-store",
        "delay=20ms",
        "500",
        "503=1",
        "429=1",
        "422",
        "408",
        "500-after-store",
        "502-after-store",
        "html",
        "html=200",
        "html-after-store",
        "html-after-store=200",
        "redirect",
        "redirect=302",
        "truncated",
        "malformed",
        "no-id",
    ];

    // What another API would be like, or a list that proves nothing.
    private static readonly string[] Shapes =
    [
        "lists:cut-off",
        "lists:repeat",
        "lists:endless",
        "lists:500",
        "list-posts:403",
        "list-lead-magnets:501",
        "*:few-fields",
        "changes:no-object",
        "update-post:501",
        "delete-post:405",
        "update-post#1:409",
    ];

    // A rejected upload or identity ends a run before it has begun: rarer, so that most runs get to their creates.
    private static readonly string[] Operations =
    [
        "creates",
        "creates",
        "create-post",
        "create-post",
        "create-lead-magnet",
        "upload-url",
        "upload",
        "changes",
        "changes",
        "gets",
        "lists",
        "me",
        "clients",
    ];

    public static FaultPlan Next(Random random) =>
        FaultPlan.Parse(
            string.Join(
                '\n',
                [
                    .. Enumerable.Range(0, random.Next(1, 5)).Select(_ => Rule(random)),
                    .. random.Next(4) == 0 ? random.GetItems(Shapes, 1) : [],
                    $"seed={random.Next()}",
                ]
            )
        );

    private static string Rule(Random random)
    {
        var first = random.Next(1, 5);
        var which = random.Next(3) switch
        {
            0 => $"#{first}",
            1 => $"#{first}-{first + random.Next(1, 4)}",
            _ => $"~0.{random.Next(1, 6)}",
        };
        var on = Pick(Operations);
        // The storage answers with no object, so there is no id to leave out.
        return $"{on}{which}:{Pick(on == "upload" ? [.. Kinds.Where(kind => kind != "no-id")] : Kinds)}";

        string Pick(string[] from) => from[random.Next(from.Length)];
    }
}
