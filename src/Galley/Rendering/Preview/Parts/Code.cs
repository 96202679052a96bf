using Galley.Planning;
using Galley.Rendering.Preview.Model;

namespace Galley.Rendering.Preview.Parts;

/// <summary>The code of a text as it stands: the long one where people approve with it, the short one to compare.</summary>
internal static class Code
{
    public static Html Render(ClientView client, PlanAction? action, Audience audience) =>
        action switch
        {
            { ApprovalCode: { } approval } when audience == Audience.Client || client.AsksForApproval => Render(
                "Approval code",
                approval
            ),
            { Code: { } code } => Render("Code", code),
            _ => Html.None,
        };

    private static Html Render(string label, string code) =>
        Html.From($" <span class=\"code\"><span>{label}</span> <b>{code}</b></span>");
}
