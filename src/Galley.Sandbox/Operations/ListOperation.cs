using Galley.Sandbox.Operations.Objects;
using Galley.Sandbox.Requests;
using Galley.Sandbox.Responses;
using Galley.Sandbox.State;

namespace Galley.Sandbox.Operations;

/// <summary>Quickstart, § List posts; lead magnets are listed alike. Newest first.</summary>
internal static class ListOperation
{
    public static Answer Posts(Call call) => Handle(ObjectKinds.Post, call);

    public static Answer LeadMagnets(Call call) => Handle(ObjectKinds.LeadMagnet, call);

    private static Answer Handle<T>(ObjectKind<T> kind, Call call)
        where T : class, IStored =>
        Answer.Page(
            ListShape
                .Page(call, kind.All(call).Reverse().ToList(), item => item.Id)
                .Select(item => kind.Show(item, call))
        );
}
