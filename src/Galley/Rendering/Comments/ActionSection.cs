using System.Globalization;
using System.Text;
using Galley.Planning;
using NodaTime;

namespace Galley.Rendering.Comments;

/// <summary>Some of a plan's objects under one heading: the first in full, the rest as a table.</summary>
internal sealed class ActionSection(Instant now, CommentInput input, DetailLevel detail)
{
    private int _headingsLeft = detail.Headings;

    public void Write(StringBuilder text, string heading, IReadOnlyList<(ClientPlan Client, PlanAction Action)> actions)
    {
        if (actions.Count == 0)
        {
            return;
        }

        text.Append(CultureInfo.InvariantCulture, $"\n## {heading} ({actions.Count})\n");
        var full = Math.Min(_headingsLeft, actions.Count);
        _headingsLeft -= full;
        foreach (var (client, action) in actions.Take(full))
        {
            WriteFull(text, client, action);
        }

        WriteTable(text, [.. actions.Skip(full).Take(detail.Rows)]);
        if (actions.Count - full > detail.Rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n… and {actions.Count - full - detail.Rows} more\n");
        }
    }

    private void WriteFull(StringBuilder text, ClientPlan client, PlanAction action)
    {
        var objectText = input.ProofOf(client.Slug, action);
        text.Append(
            CultureInfo.InvariantCulture,
            $"\n### {ActionFacts.Name(client, action)}\n\n{SafeMarkdown.Sentence(ActionDescriptions.For(action, LocalTimes.Zone(client.Zone), now))}\n\n"
        );
        text.AppendJoin(" · ", ActionFacts.For(client, action, objectText, now)).Append("\n\n");
        if (NextStep.For(action, client.Slug) is { } step)
        {
            text.Append("**To do:** ").Append(SafeMarkdown.Sentence(ActionFacts.AsAnswer(step), 1_000)).Append("\n\n");
        }

        if (detail.Text == 0)
        {
            return;
        }

        if (objectText is not null)
        {
            WriteProof(text, objectText);
        }

        foreach (var change in action.Changes.Take(detail.Rows))
        {
            text.Append(FieldDiff.Write(ActionDescriptions.Local(change, LocalTimes.Zone(client.Zone)), detail.Text))
                .Append('\n');
        }
    }

    private void WriteProof(StringBuilder text, ObjectText objectText)
    {
        text.Append(SafeMarkdown.Quote(Excerpt.Clip(objectText.Text, detail.Text))).Append('\n');
        foreach (var comment in objectText.Comments.Take(detail.Rows))
        {
            text.Append("Follow-up comment:\n\n")
                .Append(SafeMarkdown.Quote(Excerpt.Clip(comment, detail.Text)))
                .Append('\n');
        }
    }

    private void WriteTable(StringBuilder text, IReadOnlyList<(ClientPlan Client, PlanAction Action)> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        text.Append("\n| What | When | Code | |\n| --- | --- | --- | --- |\n");
        foreach (var (client, action) in rows)
        {
            var zone = LocalTimes.Zone(client.Zone);
            var when = action.At is { } at ? LocalTimes.InCityAndUtc(at, zone, now) : "";
            var words = SafeMarkdown.Inline(ActionDescriptions.For(action, zone, now));
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {ActionFacts.Name(client, action)} | {when} | {SafeMarkdown.Inline(action.Code ?? "", 20)} | {words} |\n"
            );
        }
    }
}
