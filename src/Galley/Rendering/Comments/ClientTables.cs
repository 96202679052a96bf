using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Galley.Planning;
using Galley.Rendering.Text;
using NodaTime;

namespace Galley.Rendering.Comments;

/// <summary>
/// Some of a plan's objects as a table a client: when, first line, keyword and media, what happens, code. Every client
/// is named, however few rows have room.
/// </summary>
internal sealed class ClientTables(Instant now, CommentInput input, PlanDetail detail)
{
    private const int FirstLine = 60;
    private const int MostMedia = 4;

    public void Write(StringBuilder text, IReadOnlyList<(ClientPlan Client, PlanAction Action)> actions)
    {
        var clients = actions.GroupBy(pair => pair.Client.Slug).ToList();
        var rows = clients.Count == 0 ? 0 : Math.Max(Math.Min(1, detail.Rows), detail.Rows / clients.Count);
        foreach (var client in clients.Take(detail.Clients))
        {
            Write(text, client.First().Client, [.. client.Select(pair => pair.Action)], rows);
        }

        if (clients.Count > detail.Clients)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"\n… and {Plural.Format(clients.Count - detail.Clients, "more client", "more clients")}\n"
            );
        }
    }

    private void Write(StringBuilder text, ClientPlan client, ImmutableArray<PlanAction> actions, int rows)
    {
        var zone = LocalTimes.Zone(client.Zone);
        text.Append(CultureInfo.InvariantCulture, $"\n### {Headline.NameOf(client)} ({actions.Length:N0})\n");
        foreach (var line in PlanText.OfClient(actions).Take(detail.Rows))
        {
            text.Append("\nOn hold, ").Append(SafeMarkdown.Sentence(line[2..])).Append(".\n");
        }

        if (rows > 0)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"\n| When ({SafeMarkdown.Inline(LocalTimes.City(zone), 40)}) | Begins with | Keyword, media | What happens | Code |\n"
            );
            text.Append("| --- | --- | --- | --- | --- |\n");
        }

        foreach (var action in actions.Take(rows))
        {
            var proof = input.ProofOf(client.Slug, action);
            var code = SafeMarkdown.Inline(action.Code ?? "", 20);
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {When(action, zone)} | {Name(action, proof)} | {Parts(proof)} | {Words(action, zone)} | {code} |\n"
            );
        }

        if (actions.Length > rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n… and {actions.Length - rows:N0} more of this client\n");
        }
    }

    private string When(PlanAction action, DateTimeZone zone)
    {
        if (action.At is not { } at)
        {
            return "";
        }

        var (local, utc) = (LocalTimes.Minute(at, zone, now), LocalTimes.Minute(at, DateTimeZone.Utc, now));
        // The spaces keep each time on a line of its own in a narrow column.
        return (zone.Id == DateTimeZone.Utc.Id ? local : $"{local}<br>{utc} UTC").Replace(' ', '\u00A0');
    }

    /// <summary>The first words, which people know it by; its key where nobody can tell them.</summary>
    public static string Name(PlanAction action, ObjectText? proof)
    {
        var words = proof is null ? action.Title ?? "" : proof.FirstLine(FirstLine);
        var kind = action.Kind == Diagnostics.Kind.LeadMagnet ? "Lead magnet: " : "";
        return kind + SafeMarkdown.Inline(words.Length > 0 ? words : action.Key, FirstLine + 20);
    }

    private static string Parts(ObjectText? proof) =>
        proof is null
            ? ""
            : string.Join(
                "<br>",
                new[] { proof.Keyword }
                    .OfType<string>()
                    .Concat(proof.Media.Take(MostMedia).Select(medium => medium.Name))
                    .Select(part => SafeMarkdown.Inline(part, 60))
                    .Concat(proof.Media.Length > MostMedia ? [$"and {proof.Media.Length - MostMedia} more"] : [])
            );

    private string Words(PlanAction action, DateTimeZone zone)
    {
        var since = action.SinceBase switch
        {
            BaseComparison.Added => "**New.** ",
            BaseComparison.Changed => "**Edited.** ",
            _ => "",
        };
        var approval = ApprovalWords.For(action, zone, now) is { } said ? $". {said}" : "";
        var words = PlanText.IsOfClient(action)
            ? ActionTable.For(action.Type).Words
            : ActionDescriptions.WithStatus(action, zone, now);
        return since + SafeMarkdown.Sentence(words + approval);
    }
}
