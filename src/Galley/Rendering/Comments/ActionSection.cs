using System.Globalization;
using System.Text;
using Galley.Planning;
using NodaTime;

namespace Galley.Rendering.Comments;

/// <summary>Some of a plan's objects under one heading: the first in full, the rest as a table.</summary>
internal sealed class ActionSection(Instant now, CommentInput input, DetailLevel layout)
{
    private int _headingsLeft = layout.Headings;

    public void Write(StringBuilder text, string heading, IReadOnlyList<(ClientPlan Client, PlanAction Action)> actions)
    {
        if (actions.Count == 0) return;
        text.Append(CultureInfo.InvariantCulture, $"\n## {heading} ({actions.Count})\n");
        var full = Math.Min(_headingsLeft, actions.Count);
        _headingsLeft -= full;
        foreach (var (client, action) in actions.Take(full)) WriteFull(text, client, action);
        WriteTable(text, [.. actions.Skip(full).Take(layout.Rows)]);
        if (actions.Count - full > layout.Rows) text.Append(CultureInfo.InvariantCulture, $"\n… and {actions.Count - full - layout.Rows} more\n");
    }

    private void WriteFull(StringBuilder text, ClientPlan client, PlanAction action)
    {
        var proof = input.ProofOf(client.Slug, action);
        text.Append(CultureInfo.InvariantCulture, $"\n### {ActionFacts.Name(client, action)}\n\n{SafeMarkdown.Sentence(ActionDescriptions.For(action, LocalTimes.Zone(client.Zone)))}\n\n");
        text.AppendJoin(" · ", ActionFacts.For(client, action, proof, now)).Append("\n\n");
        if (NextStep.For(action, client.Slug) is { } step) text.Append("**To do:** ").Append(SafeMarkdown.Sentence(ActionFacts.AsAnswer(step), 1_000)).Append("\n\n");
        if (layout.Text == 0) return;
        if (proof is not null) WriteProof(text, proof);
        foreach (var change in action.Changes.Take(layout.Rows)) text.Append(FieldDiff.Write(ActionDescriptions.Local(change, LocalTimes.Zone(client.Zone)), layout.Text)).Append('\n');
    }

    private void WriteProof(StringBuilder text, ObjectText proof)
    {
        text.Append(SafeMarkdown.Quote(SafeMarkdown.Clipped(proof.Text, layout.Text))).Append('\n');
        foreach (var comment in proof.Comments.Take(layout.Rows))
            text.Append("Follow-up comment:\n\n").Append(SafeMarkdown.Quote(SafeMarkdown.Clipped(comment, layout.Text))).Append('\n');
    }

    private void WriteTable(StringBuilder text, IReadOnlyList<(ClientPlan Client, PlanAction Action)> rows)
    {
        if (rows.Count == 0) return;
        text.Append("\n| What | When | Code | |\n| --- | --- | --- | --- |\n");
        foreach (var (client, action) in rows)
        {
            var zone = LocalTimes.Zone(client.Zone);
            var when = action.At is { } at ? LocalTimes.Both(at, zone, now) : "";
            var words = SafeMarkdown.Inline(ActionDescriptions.For(action, zone));
            text.Append(CultureInfo.InvariantCulture, $"| {ActionFacts.Name(client, action)} | {when} | {SafeMarkdown.Inline(action.Code ?? "", 20)} | {words} |\n");
        }
    }
}
