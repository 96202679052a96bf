using Galley.Sandbox.Operations.Objects;
using Galley.Sandbox.Requests;
using Galley.Sandbox.Responses;
using Galley.Sandbox.State;

namespace Galley.Sandbox.Operations;

/// <summary>A DELETE: a post is deleted, a lead magnet archived.</summary>
internal static class RemoveOperation
{
    public static Answer Post(Call call) => call.State.Atomically(() => Handle(ObjectKinds.Post, "deleted", call));

    public static Answer LeadMagnet(Call call) =>
        call.State.Atomically(() => Handle(ObjectKinds.LeadMagnet, "archived", call));

    private static Answer Handle<T>(ObjectKind<T> kind, string done, Call call)
        where T : class, IStored
    {
        var read = call.Sandbox.Reads.Take(call.Reader, call.Now);
        var problems = new List<string>(ChangeViolations.Problem(read, call));
        if (kind.Find(call) is not { } item)
        {
            return GetOperation.NotFound(kind.Noun, call).With(problems);
        }

        if (kind.WhyNotRemove(item, call) is { } why)
        {
            return ChangeViolations.Conflict(why, read, problems).With(problems);
        }

        call.Sandbox.Reads.Forget(item.Id);
        kind.Remove(item, call);
        return Answer.Data(new { id = item.Id, status = done }).With(problems);
    }
}
