using Galley.Rendering.Preview;
using Galley.Reporting;

namespace Galley.Rendering.Reports.Parts;

/// <summary>What a post of this client brings, and when it brings most.</summary>
internal static class TypicalPostFacts
{
    public static Html Render(ReportSpan span, ClientReport client)
    {
        var typical = TypicalPost.From(client);
        var rate = new RateChart(client.Steps, span, client.Zone).Render();
        if (!typical.HasAny && rate.IsEmpty)
        {
            return Html.None;
        }

        var facts = typical.HasAny
            ? Html.From(
                $"""
                <p class="quiet about-group">Posts that went out in these days and had 7 days or more; n is how many.
                With few posts, a hint and no rule.</p>
                <dl class="facts">{TypicalPostWording.Facts(typical, client.Zone).Select(Fact)}</dl>

                """
            )
            : Html.None;
        return Html.From(
            $"""
            <section aria-labelledby="typical"><h2 id="typical">What a post brings</h2>
            {facts}{rate}</section>

            """
        );
    }

    private static Html Fact((string Name, string Value, string Basis) fact) =>
        Html.From($"<div><dt>{fact.Name}</dt><dd><b>{fact.Value}</b> <small>{fact.Basis}</small></dd></div>\n");
}
