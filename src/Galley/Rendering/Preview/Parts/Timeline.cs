using Galley.Rendering.Preview.Model;
using NodaTime;

namespace Galley.Rendering.Preview.Parts;

/// <summary>What happens to a post after it went out: the reaction and the first comments, each at its time.</summary>
internal static class Timeline
{
    public static Html Render(PostView view)
    {
        var steps = FollowupSteps.Of(view.Followups).ToList();
        if (steps.Count == 0)
        {
            return Html.None;
        }

        return Html.From(
            $"""
            <div class="after"><h4>After it is out</h4>
            <ol class="timeline">
            <li class="out">{TimeOf(view, 0)}<span>The post goes out</span></li>
            {steps.Select(step =>
                Html.From($"<li>{TimeOf(view, step.Minutes)}{Words(view.Owner, step)}</li>\n"))}</ol></div>

            """
        );
    }

    private static Html Words(ClientView owner, FollowupStep step) =>
        step.Comment is { } comment
            ? Html.From(
                $"<span>{owner.Name} comments: <span class=\"quiet\" dir=\"auto\">{Begin(comment)}</span></span>"
            )
            : Html.From($"<span>{owner.Name} reacts with a {step.Reaction}</span>");

    /// <summary>The whole comment stands below the post.</summary>
    private static string Begin(string comment)
    {
        const int Longest = 60;
        var line = comment.Split('\n')[0];
        var cut = line.Length > Longest ? line.LastIndexOf(' ', Longest) : -1;
        return cut > 0 ? $"{line[..cut]} …" : line;
    }

    private static Html TimeOf(PostView view, int minutes)
    {
        var delay = minutes == 0 ? "" : $"+{TimeHtml.Delay(minutes)}";
        if (view.At is not { } at)
        {
            return Html.From($"<span class=\"at\">{(minutes == 0 ? "At its time" : delay)}</span>");
        }

        var later = at.Plus(Duration.FromMinutes(minutes));
        var clock = later.Date == at.Date ? TimeHtml.Clock(later) : TimeHtml.Short(later);
        return Html.From($"<span class=\"at\">{clock} <small>{delay}</small></span>");
    }
}
