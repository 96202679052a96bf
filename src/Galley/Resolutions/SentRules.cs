using Galley.Diagnostics;
using Galley.Ledger;
using Galley.Ledger.Events;

namespace Galley.Resolutions;

/// <summary><c>sent</c> and <c>not-sent</c>: a doubt ends only by a person's answer, and only a doubt does.</summary>
internal static class SentRules
{
    public static ResolutionResult Judge(Resolution.Sent resolution, ResolutionContext context)
    {
        if (context.Known(resolution) is not { } ledgerObject)
        {
            return ResolutionRules.Unknown(resolution, context);
        }

        var lacksItsId = ledgerObject is { State: ObjectState.Live, Id: null };
        if (ledgerObject.State != ObjectState.Open && !(lacksItsId && resolution.Id is not null))
        {
            return NotInDoubt(resolution, ledgerObject);
        }

        if (resolution.Id is null && resolution.Kind == Kind.LeadMagnet)
        {
            return new ResolutionResult.Rejected(
                $"A lead magnet needs its id, because posts refer to it. Run `galley sent {resolution.Name} ID` "
                    + "with the id that LeadPanther shows."
            );
        }

        if (resolution.Id is { } id && ResolutionRules.RefuseId(resolution, id, context) is { } refused)
        {
            return refused;
        }

        var sent = new Sent(resolution.Slug, resolution.Kind, resolution.Key, resolution.Id)
        {
            Intent = ledgerObject.Intent?.Stamp?.Id,
        };
        // `sent` takes the intent's payload as what LeadPanther holds, so a later change by hand is recorded again.
        return lacksItsId && ledgerObject.Baseline is { } baseline
            ? new ResolutionResult.Accepted(
                Sentence(resolution, context),
                sent,
                new Done(resolution.Slug, resolution.Kind, resolution.Key, baseline)
            )
            : new ResolutionResult.Accepted(Sentence(resolution, context), sent);
    }

    public static ResolutionResult Judge(Resolution.NotSent resolution, ResolutionContext context)
    {
        if (context.Known(resolution) is not { } ledgerObject)
        {
            return ResolutionRules.Unknown(resolution, context);
        }

        if (ledgerObject.State != ObjectState.Open)
        {
            return NotInDoubt(resolution, ledgerObject);
        }

        var next = context.File(resolution) is null
            ? "Its file is gone, so Galley does not send it."
            : "The next apply sends it, if it is not too late.";
        return new ResolutionResult.Accepted(
            $"Recorded: {resolution.Name} was not sent. {next}",
            new NotSent(resolution.Slug, resolution.Kind, resolution.Key) { Intent = ledgerObject.Intent?.Stamp?.Id }
        );
    }

    private static string Sentence(Resolution.Sent resolution, ResolutionContext context) =>
        resolution.Id is { } id
            ? $"Recorded: {resolution.Name} was sent as {id}. Galley does not send it again.{ResolutionRules.Warning(context)}"
            : $"Recorded: {resolution.Name} was sent. Galley does not send it again. Without its id Galley can't read its figures. "
                + $"Run `galley sent {resolution.Name} ID` to add the id.";

    private static ResolutionResult.Rejected NotInDoubt(ObjectResolution resolution, LedgerObject ledgerObject) =>
        new(
            ledgerObject.State switch
            {
                ObjectState.Live => $"{resolution.Name} is not in doubt. It was "
                    + $"sent{(ledgerObject.Id is { } id ? $" as {id}" : ", but its id is missing")}.",
                ObjectState.NotSent =>
                    $"{resolution.Name} is not in doubt. It was not sent. If you made it in LeadPanther by hand, run "
                        + $"`galley adopt {resolution.Name} ID`.",
                ObjectState.Retired => $"{resolution.Name} is not in doubt. Its key is retired.",
                ObjectState.Open => throw new InvalidOperationException("An open object is in doubt."),
                _ => throw new ArgumentOutOfRangeException(nameof(ledgerObject), ledgerObject.State, null),
            }
        );
}
