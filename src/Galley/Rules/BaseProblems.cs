using Galley.Content;
using NodaTime;

namespace Galley.Rules;

/// <summary>What was wrong on a base, as far as the clients that differ from it can tell.</summary>
public static class BaseProblems
{
    public static JudgeBase Of(BaseContent @base, Instant now)
    {
        var proofreader = new Proofreader(@base.Repository, now, JudgePurpose.Plan);
        var problems = @base.Repository.Slugs.Where(@base.Touches).SelectMany(slug => proofreader.Problems(@base.Repository.Read(slug)));
        return JudgeBase.Of(@base.Repository.Problems.Concat(problems), @base.Changed) with { IsUntouched = slug => !@base.Touches(slug) };
    }
}
