using System.Collections.Immutable;
using Galley.Diagnostics;
using Galley.Planning;
using Galley.Rendering.Preview.Model;

namespace Galley.Rendering.Preview.Parts;

/// <summary>For the agency: what the plan says of a post or lead magnet, what to do, what changes and what is wrong.</summary>
internal static class PlanNote
{
    public static Html Render(
        ClientView client,
        PlanAction? action,
        ImmutableArray<Diagnostic> problems,
        string path,
        string? notes = null
    )
    {
        var note = notes is { Length: > 0 }
            ? Html.From($"<p class=\"notes\"><span>Internal note</span> {notes}</p>\n")
            : Html.None;
        return Html.From(
            $"""
            <div class="desk"><p><b>Plan</b> {Inline.Sentence(Words(client, action))}.{Approval(client, action)}</p>
            {Step(client, action)}{Changes(client, action)}{ProblemList.Render(
                problems
            )}{note}<p class="place">{path}</p></div>

            """
        );
    }

    private static Html Approval(ClientView client, PlanAction? action) =>
        action is not null && ApprovalWords.For(action, client.Zone, client.Now) is { } said
            ? Html.From($" {said}.")
            : Html.None;

    private static string Words(ClientView client, PlanAction? action) =>
        action is null
            ? "This post or lead magnet is not in the plan"
            : ActionDescriptions.For(action, client.Zone, client.Now);

    private static Html Step(ClientView client, PlanAction? action) =>
        action is not null && NextStep.For(action, client.Slug) is { } next
            ? Html.From($"<p class=\"help\">{Inline.Sentence(next)}</p>\n")
            : Html.None;

    /// <summary>What was sent beside what the file says; and what LeadPanther shows, where somebody changed it there.</summary>
    private static Html Changes(ClientView client, PlanAction? action)
    {
        if (action is not { Changes.IsEmpty: false })
        {
            return Html.None;
        }

        var hasDrift = action.Changes.Any(change => change.IsDrift);
        var there = hasDrift ? Html.From($"<th scope=\"col\">In LeadPanther</th>") : Html.None;
        var rows = action.Changes.Select(change => Row(ActionDescriptions.Local(change, client.Zone), hasDrift));
        return Html.From(
            $"""
            <div class="changes"><table>
            <thead><tr><th scope="col">Field</th><th scope="col">Sent</th>{there}<th scope="col">In the file</th></tr></thead>
            <tbody>{rows}</tbody></table></div>

            """
        );
    }

    /// <summary>Of a text that is many lines long, those that differ.</summary>
    private static Html Row(FieldChange change, bool hasDrift)
    {
        var lines = ChangedLines.For(change).SelectMany(part => part.Lines).ToLookup(line => line.Sign);
        var there = (hasDrift, change.IsDrift) switch
        {
            (false, _) => Html.None,
            (true, false) => Html.From($"<td class=\"quiet\">as sent</td>"),
            _ => Html.From($"<td>{Marked("mark", lines['!'])}</td>"),
        };
        var sent =
            change.Before == change.After
                ? Html.From($"<td class=\"quiet\">as in the file</td>")
                : Html.From($"<td>{Marked("del", lines['-'])}</td>");
        var file = Marked("ins", lines['+'].Distinct());
        return Html.From($"<tr><th scope=\"row\">{change.Field}</th>{sent}{there}<td>{file}</td></tr>\n");
    }

    private static Html Marked(string element, IEnumerable<ChangedLine> lines)
    {
        var (open, close) = (Html.Trusted($"<{element}>"), Html.Trusted($"</{element}>"));
        return Html.Join(
            lines.Where(line => line.Text.Length > 0).Select(line => Html.From($"{open}{line.Text}{close}\n"))
        );
    }
}
