using System.Text.Json;
using Galley.Sandbox.Answers;
using Galley.Sandbox.Checks;

namespace Galley.Sandbox.Operations;

/// <summary>Turns what a check found into the 422 that names each field.</summary>
internal static class CheckedBody
{
    /// <returns>Null when nothing is wrong.</returns>
    public static Answer? Refusal(JsonElement body, Action<Fields> check)
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

        if (problems.Count == 0)
        {
            return null;
        }

        var refusal = Answer.Refuse(422, "validation_failed", string.Join("; ", problems) + ".");
        refusal.Body["error"]!["fields"] = JsonSerializer.SerializeToNode(
            problems.Select(problem => new { problem.Field, problem.Message }),
            Wire.Json
        );
        var violations = problems.Where(problem => problem.AgainstDocumentation).ToList();
        return violations.Count == 0 ? refusal : refusal with { Violation = string.Join("; ", violations) };
    }
}
