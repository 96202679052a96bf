using Galley.Content;
using NodaTime;

namespace Galley.Rules;

/// <summary>What was wrong on a base, as far as the clients that differ from it can tell.</summary>
public static class ExistingProblemsReader
{
    public static ExistingProblems Read(BaseContent @base, Instant now)
    {
        var validator = new Validator(@base.Repository, now, ValidationPurpose.Plan);
        var problems = @base
            .Repository.Slugs.Where(@base.Touches)
            .SelectMany(slug => validator.Problems(@base.Repository.Read(slug)));
        return ExistingProblems.From(@base.Repository.Problems.Concat(problems), @base.Changed) with
        {
            IsUntouched = slug => !@base.Touches(slug),
        };
    }
}
