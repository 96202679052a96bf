namespace Galley.Authoring.Import.Rows.Checks;

/// <summary>What people write into the cells that decide about a row.</summary>
internal static class Answer
{
    private static readonly HashSet<string> Yes = Set("yes y true 1 x ok ✓ ✔ ✔️ ☑ ✅ ja oui si sí wahr vrai");
    private static readonly HashSet<string> No = Set("no n false 0 - ✗ ✘ ☐ ❌ nein non falsch faux");
    private static readonly HashSet<string> Ready = Set(
        "scheduled approved ready final queued ready_to_post ready_to_publish ready_to_schedule ready_to_go"
    );
    private static readonly HashSet<string> Out = Set("published posted sent live already_published");
    private static readonly HashSet<string> Rejected = Set(
        "rejected declined cancelled canceled deleted archived discarded not_approved do_not_post do_not_publish"
    );

    public static bool IsYes(string cell) => Yes.Contains(Normal(cell));

    public static bool IsNo(string cell) => No.Contains(Normal(cell));

    public static bool IsReady(string cell) => Ready.Contains(Normal(cell));

    public static bool IsPublished(string cell) => Out.Contains(Normal(cell));

    public static bool IsRejected(string cell) => Rejected.Contains(Normal(cell));

    private static string Normal(string cell) =>
        string.Join('_', cell.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .Trim('.', '!');

    private static HashSet<string> Set(string words) => [.. words.Split(' ')];
}
