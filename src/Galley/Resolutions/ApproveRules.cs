using Galley.Ledger.Events;
using Galley.Payloads;

namespace Galley.Resolutions;

/// <summary>
/// <c>approve</c>: only with the code of what a post says now, so that nobody approves a text that changed after they read it.
/// </summary>
internal static class ApproveRules
{
    public static ResolutionResult Judge(Resolution.Approve resolution, ResolutionContext context)
    {
        if (PayloadCode.NormalApproval(resolution.Code) is not { } code)
        {
            return new ResolutionResult.Rejected(
                $"\"{resolution.Code}\" is not an approval code. It has twelve letters and digits, such as 7QK4-M2XD-93TB."
            );
        }

        if (context.FileOf(code) is not { } file)
        {
            return new ResolutionResult.Rejected(
                $"No post of {resolution.Slug} has the code {code} now. Perhaps its text or time changed after the preview was made: "
                    + "send the client a new preview."
            );
        }

        return context.Planned.Ledger.Approvals.TryGetValue(code, out var known)
            ? new ResolutionResult.Accepted($"post {resolution.Slug}/{file.Key} is approved already, by {known.By}.")
            : new ResolutionResult.Accepted(
                $"Recorded: {resolution.By} approved post {resolution.Slug}/{file.Key} ({code}).{Unneeded(context)}",
                new Approved(resolution.Slug, file.Kind, file.Key, code, resolution.By)
            );
    }

    private static string Unneeded(ResolutionContext context) =>
        context.Planned.Content.Client is { ApprovalRequired: false }
            ? " This client's posts go out without approval, too: its client.yaml has no \"approval: required\"."
            : "";
}
