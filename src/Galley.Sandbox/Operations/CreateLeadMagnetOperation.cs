using Galley.Sandbox.Checks;
using Galley.Sandbox.Operations.Objects;
using Galley.Sandbox.Requests;
using Galley.Sandbox.Responses;
using Galley.Sandbox.State;

namespace Galley.Sandbox.Operations;

/// <summary>§ Create Hosted Lead Magnet.</summary>
internal static class CreateLeadMagnetOperation
{
    public static Answer Handle(Call call) =>
        BodyCheck.Refusal(call.Body, leadMagnet => ObjectKinds.LeadMagnet.Check(leadMagnet, call))
        ?? Answer.Data(Data(ObjectKinds.LeadMagnet.Create(call.Body, call)), 201);

    private static object Data(SandboxLeadMagnet leadMagnet) =>
        new
        {
            lead_magnet = new
            {
                id = leadMagnet.Id,
                delivery_mode = "hosted_content",
                keyword = leadMagnet.Keyword,
                resource_name = leadMagnet.ResourceName,
            },
            result = new { status = "saved" },
        };
}
