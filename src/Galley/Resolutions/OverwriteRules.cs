using Galley.Ledger;
using Galley.Payloads;

namespace Galley.Resolutions;

/// <summary>
/// <c>overwrite</c>: lets the next apply set back what somebody changed in LeadPanther. It holds for exactly what the code names:
/// whatever is changed there after the answer is left alone again.
/// </summary>
internal static class OverwriteRules
{
    public static ResolutionResult Judge(Resolution.Overwrite resolution, ResolutionContext context) =>
        context.Known(resolution) switch
        {
            null => ResolutionRules.Unknown(resolution, context),
            { State: ObjectState.Live, Id: not null } => Accept(resolution, context),
            { State: ObjectState.Open } => new ResolutionResult.Rejected(
                $"Nobody knows yet whether {resolution.Name} was sent, so there is nothing to overwrite."
            ),
            _ => new ResolutionResult.Rejected(
                $"{resolution.Name} is not in LeadPanther, so there is nothing to overwrite."
            ),
        };

    private static ResolutionResult Accept(Resolution.Overwrite resolution, ResolutionContext context)
    {
        if (!PayloadCode.IsCode(resolution.Code))
        {
            return new ResolutionResult.Rejected(
                $"\"{resolution.Code}\" is not a code. Copy the line from `galley plan --refresh` or from the galley issue."
            );
        }

        var next = context.File(resolution) is null ? "removes it" : "sets it back to its file";
        return new ResolutionResult.Accepted(
            $"The next apply {next}, if LeadPanther still shows {resolution.Name} as {PayloadCode.Normal(resolution.Code)}.",
            new Ledger.Events.Overwrite(
                resolution.Slug,
                resolution.Kind,
                resolution.Key,
                PayloadCode.Normal(resolution.Code)
            )
        );
    }
}
