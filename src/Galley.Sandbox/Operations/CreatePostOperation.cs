using Galley.Sandbox.Checks;
using Galley.Sandbox.Operations.Objects;
using Galley.Sandbox.Requests;
using Galley.Sandbox.Responses;
using Galley.Sandbox.State;

namespace Galley.Sandbox.Operations;

/// <summary>§ Create or Schedule a Lead Magnet Post.</summary>
internal static class CreatePostOperation
{
    public static Answer Handle(Call call) =>
        BodyCheck.Refusal(call.Body, post => ObjectKinds.Post.Check(post, call))
        ?? Answer.Data(Data(ObjectKinds.Post.Create(call.Body, call)), 201);

    private static object Data(SandboxPost post) =>
        new
        {
            id = post.Id,
            status = post.Status,
            scheduled_at = Wire.Time(post.ScheduledAt),
            template_id = post.TemplateId,
            metrics = new { },
            theme = PostKind.Theme(post),
            followups = post.Body.GetProperty("followups"),
        };
}
