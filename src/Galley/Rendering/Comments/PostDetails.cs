using System.Globalization;
using System.Text;
using Galley.Markdown;
using Galley.Planning;
using NodaTime;

namespace Galley.Rendering.Comments;

/// <summary>One object to unfold: what changes first, then its text as LinkedIn shows it, what follows, and its pictures.</summary>
internal sealed class PostDetails(Instant now, CommentInput input, PlanDetail detail)
{
    private const int MostPictures = 9;

    public void Write(StringBuilder text, ClientPlan client, PlanAction action)
    {
        var proof = input.ProofOf(client.Slug, action);
        if (proof is null && action.Changes.IsEmpty)
        {
            return;
        }

        var zone = LocalTimes.Zone(client.Zone);
        var when = action.At is { } at ? $"{LocalTimes.Minute(at, zone, now)} · " : "";
        text.Append(
            CultureInfo.InvariantCulture,
            $"\n<details><summary>{when}<b>{ClientTables.Name(action, proof)}</b></summary>\n\n{File(client, action)}\n\n"
        );
        foreach (var change in action.Changes.Take(detail.Rows))
        {
            text.Append(FieldDiff.Write(ActionDescriptions.Local(change, zone), detail.Text)).Append('\n');
        }

        if (proof is not null)
        {
            WriteProof(text, proof);
        }

        text.Append("</details>\n");
    }

    private string File(ClientPlan client, PlanAction action)
    {
        var name = SafeMarkdown.Inline($"{client.Slug}/{action.Key}");
        var file =
            input.Files is { } files && action.Path is { Length: <= 1_000 } path
                ? $"[{name}](<{files.AbsoluteUri}{SafeMarkdown.UrlPath(path)}>)"
                : name;
        return action.ApprovalCode is { } code && action.Reason == Reason.Unapproved
            ? $"{file} · approval code **{SafeMarkdown.Inline(code, 30)}**"
            : file;
    }

    private void WriteProof(StringBuilder text, ObjectText proof)
    {
        var words = Excerpt.Clip(proof.Text, detail.Text);
        var fold = SeeMoreFold.Find(words, SeeMoreFold.OnDesktop);
        text.Append(SafeMarkdown.Quote(words[..fold])).Append('\n');
        if (fold < words.Length)
        {
            text.Append("*…more*\n\n").Append(SafeMarkdown.Quote(words[fold..].TrimStart('\n', ' '))).Append('\n');
        }

        foreach (var step in proof.Followups.Take(detail.Rows))
        {
            text.Append("After ").Append(Delay(step.Minutes));
            text.Append(
                step.Comment is { } comment
                    ? $", a comment:\n\n{SafeMarkdown.Quote(Excerpt.Clip(comment, detail.Text))}\n"
                    : $", a reaction: {SafeMarkdown.Inline(step.Reaction ?? "", 40)}\n\n"
            );
        }

        WritePictures(text, proof);
    }

    private void WritePictures(StringBuilder text, ObjectText proof)
    {
        if (input.Files is not { } files)
        {
            return;
        }

        var shown = proof.Media.Where(medium => medium.Path is { Length: <= 1_000 }).Take(MostPictures).ToList();
        foreach (var medium in shown)
        {
            var (address, name) = (
                files.AbsoluteUri + SafeMarkdown.UrlPath(medium.Path!),
                SafeMarkdown.Inline(medium.Name, 80)
            );
            text.Append(
                medium.IsPicture
                    ? $"<a href=\"{address}\"><img src=\"{address}?raw=true\" alt=\"{name}\" height=\"120\"></a>\n"
                    : $"[{name}](<{address}>)\n"
            );
        }

        if (shown.Count > 0)
        {
            text.Append('\n');
        }
    }

    private static string Delay(int minutes) =>
        minutes < 60 || minutes % 60 != 0 ? $"{Plural.Format(minutes, "minute")}" : Plural.Format(minutes / 60, "hour");
}
