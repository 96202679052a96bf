using Galley.Diagnostics;

namespace Galley.Rules;

/// <summary>One thing that a schema can't say. States facts from content alone.</summary>
internal interface IRule
{
    IEnumerable<Problem> Check(RuleContext context);
}
