using System.Globalization;
using System.Text;
using Galley.Planning;
using NodaTime;

namespace Galley.Rendering.Comments;

/// <summary>Some of a plan's objects under one heading: the first in full, the rest as a table.</summary>
internal sealed class ActionSection(Instant now, CommentInput input, Layout layout)
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
        text.Append(CultureInfo.InvariantCulture, $"\n### {Name(client, action)}\n\n{SafeMarkdown.Sentence(ActionWords.Of(action, When.Zone(client.Zone)))}\n\n");
        text.AppendJoin(" · ", Facts(client, action, proof)).Append("\n\n");
        if (NextStep.Of(action, client.Slug) is { } step) text.Append("**To do:** ").Append(SafeMarkdown.Sentence(AsAnswer(step), 1_000)).Append("\n\n");
        if (layout.Text == 0) return;
        if (proof is not null) WriteProof(text, proof);
        foreach (var change in action.Changes.Take(layout.Rows)) text.Append(FieldDiff.Write(ActionWords.Local(change, When.Zone(client.Zone)), layout.Text)).Append('\n');
    }

    private void WriteProof(StringBuilder text, Proof proof)
    {
        text.Append(SafeMarkdown.Quote(SafeMarkdown.Clipped(proof.Text, layout.Text))).Append('\n');
        foreach (var comment in proof.Comments.Take(layout.Rows))
            text.Append("Follow-up comment:\n\n").Append(SafeMarkdown.Quote(SafeMarkdown.Clipped(comment, layout.Text))).Append('\n');
    }

    private IEnumerable<string> Facts(ClientPlan client, PlanAction action, Proof? proof)
    {
        if (action.At is { } at) yield return When.Both(at, When.Zone(client.Zone), now);
        if (proof?.Keyword is { } keyword) yield return $"keyword {SafeMarkdown.Inline(keyword, 80)}";
        if (proof is { Media.IsEmpty: false }) yield return $"media {string.Join(", ", proof.Media.Take(20).Select(name => SafeMarkdown.Inline(name, 80)))}";
        if (action.Code is { } code) yield return $"code **{SafeMarkdown.Inline(code, 20)}**";
    }

    private void WriteTable(StringBuilder text, IReadOnlyList<(ClientPlan Client, PlanAction Action)> rows)
    {
        if (rows.Count == 0) return;
        text.Append("\n| What | When | Code | |\n| --- | --- | --- | --- |\n");
        foreach (var (client, action) in rows)
        {
            var zone = When.Zone(client.Zone);
            var when = action.At is { } at ? When.Both(at, zone, now) : "";
            var words = SafeMarkdown.Inline(ActionWords.Of(action, zone));
            text.Append(CultureInfo.InvariantCulture, $"| {Name(client, action)} | {when} | {SafeMarkdown.Inline(action.Code ?? "", 20)} | {words} |\n");
        }
    }

    private static string Name(ClientPlan client, PlanAction action) =>
        $"{ActionWords.KindOf(action)} {SafeMarkdown.Inline($"{client.Slug}/{action.Key}")}";

    /// <summary>Under the comment, a person answers instead of typing in a terminal.</summary>
    private static string AsAnswer(string step) => step.Replace("`galley ", "`/galley ", StringComparison.Ordinal);
}
