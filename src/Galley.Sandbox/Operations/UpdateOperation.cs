using System.Text.Json;
using Galley.Sandbox.Operations.Objects;
using Galley.Sandbox.Requests;
using Galley.Sandbox.Responses;
using Galley.Sandbox.State;

namespace Galley.Sandbox.Operations;

/// <summary>A PATCH: the fields that it brings are replaced, and checked as a create's are.</summary>
internal static class UpdateOperation
{
    public static Answer Post(Call call) => call.State.Atomically(() => Handle(ObjectKinds.Post, call));

    public static Answer LeadMagnet(Call call) => call.State.Atomically(() => Handle(ObjectKinds.LeadMagnet, call));

    private static Answer Handle<T>(ObjectKind<T> kind, Call call)
        where T : class, IStored
    {
        var read = call.Sandbox.Reads.Take(call.Reader, call.Now);
        var item = kind.Find(call);
        var problems = new List<string>(ChangeViolations.Problem(read, call));
        return Decide(kind, item, read, problems, call).With(problems);
    }

    private static Answer Decide<T>(ObjectKind<T> kind, T? item, ObjectRead? read, List<string> problems, Call call)
        where T : class, IStored
    {
        if (item is null)
        {
            return GetOperation.NotFound(kind.Noun, call);
        }

        if (kind.WhyNotChange(item, call) is { } why)
        {
            return ChangeViolations.Conflict(why, read, problems);
        }

        if (call.Body is not { ValueKind: JsonValueKind.Object } patch || !patch.EnumerateObject().Any())
        {
            return Answer.Violate(400, "bad_request", "A PATCH must be an object with the fields that change.");
        }

        var (changed, refusal) = FieldChange.Apply(kind, item, patch, call);
        if (refusal is not null)
        {
            return refusal;
        }

        problems.AddRange(Unchanged(patch, read?.Fields ?? kind.Fields(item)));
        call.Sandbox.Reads.Forget(item.Id);
        return Answer.Data(kind.Show(changed!, call));
    }

    private static IEnumerable<string> Unchanged(JsonElement patch, JsonElement seen) =>
        patch
            .EnumerateObject()
            .Where(field => seen.TryGetProperty(field.Name, out var old) && JsonElement.DeepEquals(old, field.Value))
            .Select(field => $"{field.Name} is in the PATCH and did not change");
}
