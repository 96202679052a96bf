using Galley.Sandbox.Checks;
using Galley.Sandbox.Requests;
using Galley.Sandbox.Responses;
using Galley.Sandbox.State;

namespace Galley.Sandbox.Operations;

/// <summary>§ Create Hosted Lead Magnet.</summary>
internal static class CreateLeadMagnetOperation
{
    public static Answer Handle(Call call) =>
        BodyCheck.Refusal(call.Body, magnet =>
            LeadMagnetCheck.Check(magnet, id => call.State.Post(call.UserId, id) is not null)
        ) ?? Answer.Data(Data(call.State.AddLeadMagnet(call.UserId, call.Now, call.Body)), 201);

    private static object Data(SandboxLeadMagnet magnet) =>
        new
        {
            lead_magnet = new
            {
                id = magnet.Id,
                delivery_mode = "hosted_content",
                keyword = magnet.Keyword,
                resource_name = magnet.ResourceName,
            },
            result = new { status = "saved" },
        };
}
