using System.Text.Json;
using Galley.Sandbox.Responses;

namespace Galley.Sandbox.Checks;

/// <summary>Turns what a check found into the refusal that names each field.</summary>
internal static class BodyCheck
{
    /// <param name="before">For a change: problems that the object had before it are not the change's.</param>
    /// <returns>Null when nothing is wrong.</returns>
    public static Answer? Refusal(JsonElement body, Action<Fields> check, JsonElement? before = null)
    {
        IEnumerable<FieldProblem> earlier = before is { } known ? Problems(known, check) : [];
        var problems = Problems(body, check).Except(earlier).ToList();
        if (problems.Count == 0)
        {
            return null;
        }

        var violations = problems.Where(problem => problem.AgainstDocumentation).ToList();
        return Answer.Refuse(400, "bad_request", string.Join("; ", problems) + ".") with
        {
            Violation = violations.Count == 0 ? null : string.Join("; ", violations),
        };
    }

    private static List<FieldProblem> Problems(JsonElement body, Action<Fields> check)
    {
        var problems = new List<FieldProblem>();
        if (body.ValueKind == JsonValueKind.Object)
        {
            check(new Fields(body, "", problems));
        }
        else
        {
            problems.Add(new FieldProblem("body", "must be an object"));
        }

        return problems;
    }
}
