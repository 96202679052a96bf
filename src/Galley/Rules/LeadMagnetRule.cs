using Galley.Content;
using Galley.Diagnostics;

namespace Galley.Rules;

/// <summary>A rule that looks at each lead magnet by itself.</summary>
internal abstract class LeadMagnetRule : IRule
{
    public IEnumerable<Problem> Check(RuleContext context) =>
        context.Content.LeadMagnets.SelectMany(leadMagnet => Check(leadMagnet, context));

    protected abstract IEnumerable<Problem> Check(LeadMagnet leadMagnet, RuleContext context);
}
