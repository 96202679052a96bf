using Galley.Diagnostics;
using Galley.Diagnostics.Codes;

namespace Galley.Rules.LeadMagnets;

internal sealed class UniqueKeywords : IRule
{
    public IEnumerable<Problem> Check(RuleContext context) =>
        from same in context
            .Content.LeadMagnets.OrderBy(leadMagnet => leadMagnet.SourceMap.Path, StringComparer.Ordinal)
            .GroupBy(leadMagnet => leadMagnet.Keyword.Trim(), StringComparer.OrdinalIgnoreCase)
        let first = same.First()
        from other in same.Skip(1)
        select context.About(
            other,
            LeadMagnetCodes.KeywordTwice,
            other.SourceMap.At("keyword"),
            $"The keyword \"{other.Keyword}\" is already used by \"{first.Key}\".",
            "Choose another keyword. A comment can lead to one lead magnet only, and capital letters make no difference."
        );
}
