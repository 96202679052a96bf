using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Galley.Content.Styles;
using Galley.Diagnostics;
using Galley.Diagnostics.Codes;

namespace Galley.Rules.Styles;

/// <summary>The agency's own rules, in posts as LinkedIn shows them, in comments and on the pages of lead magnets.</summary>
internal sealed class HouseStyle : IRule
{
    public IEnumerable<Problem> Check(RuleContext context)
    {
        if (context.Content.Styles.IsEmpty)
        {
            return [];
        }

        var texts = StyleText.AllOf(context).ToImmutableArray();
        return context.Content.Styles.SelectMany(rule => Check(texts, rule));
    }

    private static IEnumerable<Problem> Check(ImmutableArray<StyleText> texts, StyleRule rule)
    {
        foreach (var text in texts.Where(text => rule.Scope.Places.HasFlag(text.Place)))
        {
            var problems = Check(text, rule);
            foreach (var problem in problems)
            {
                yield return problem;
            }

            // It would take as long for each of the client's texts.
            if (problems.Any(problem => problem.Code.Id == StyleCodes.NotUsed.Id))
            {
                yield break;
            }
        }
    }

    private static ImmutableArray<Problem> Check(StyleText text, StyleRule rule)
    {
        try
        {
            return
            [
                .. StyleFindings
                    .In(text, rule)
                    .Select(found =>
                        text.Problem(CodeOf(rule), text.Find(found.Start, found.Words), found.Message, found.Help)
                    ),
            ];
        }
        catch (RegexMatchTimeoutException)
        {
            return
            [
                text.Problem(
                    StyleCodes.NotUsed,
                    text.Find(0, ""),
                    $"The style rule {rule.Path} takes too long for this text. It is not used for the rest of this client.",
                    "Make its patterns simpler, or the text shorter."
                ),
            ];
        }
    }

    /// <summary>With the rule's own severity. <c>rules:</c> can still change it.</summary>
    private static DiagnosticCode CodeOf(StyleRule rule) => CodeOf(rule.Kind) with { Severity = rule.Severity };

    private static DiagnosticCode CodeOf(StyleKind kind) =>
        kind switch
        {
            StyleKind.Existence => StyleCodes.Existence,
            StyleKind.Substitution => StyleCodes.Substitution,
            StyleKind.Occurrence => StyleCodes.Occurrence,
            StyleKind.Required => StyleCodes.Required,
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
}
