using Galley.Sandbox.Operations.Objects;
using Galley.Sandbox.Requests;
using Galley.Sandbox.Responses;
using Galley.Sandbox.State;

namespace Galley.Sandbox.Operations;

/// <summary>Shows one post or lead magnet, and remembers that this key has just read it on this path.</summary>
internal static class GetOperation
{
    public static Answer Post(Call call) => Handle(ObjectKinds.Post, call);

    public static Answer LeadMagnet(Call call) => Handle(ObjectKinds.LeadMagnet, call);

    /// <summary>Another account's and a deleted object are not found, as the errors page says.</summary>
    public static Answer NotFound(string noun, Call call) =>
        Answer.Refuse(404, "not_found", $"This account has no {noun} {call.Id}.");

    private static Answer Handle<T>(ObjectKind<T> kind, Call call)
        where T : class, IStored =>
        call.State.Atomically(() =>
        {
            if (kind.Find(call) is not { } item)
            {
                return NotFound(kind.Noun, call);
            }

            call.Sandbox.Reads.Remember(
                call.Reader,
                new ObjectRead(item.Id, kind.Fields(item), kind.ShowsWhyNot(item, call), call.Now)
            );
            return Answer.Data(kind.Show(item, call));
        });
}
