using Galley.Diagnostics;
using Galley.Ledger;
using Galley.Ledger.Events;

namespace Galley.Resolutions;

/// <summary><c>sent</c> and <c>not-sent</c>: a doubt ends only by a person's word, and only a doubt does.</summary>
internal static class SentRules
{
    public static ResolutionResult Judge(Resolution.Sent word, ResolutionContext context)
    {
        if (context.Known(word) is not { } ledgerObject)
        {
            return ResolutionRules.Unknown(word, context);
        }

        var lacksItsId = ledgerObject is { State: ObjectState.Live, Id: null };
        if (ledgerObject.State != ObjectState.Open && !(lacksItsId && word.Id is not null))
        {
            return NotInDoubt(word, ledgerObject);
        }

        if (word.Id is null && word.Kind == Kind.LeadMagnet)
        {
            return new ResolutionResult.Rejected(
                $"Posts name a lead magnet by its id, so `sent` needs it: type `galley sent {word.Name} ID`, with the id that LeadPanther shows."
            );
        }

        if (word.Id is { } id && ResolutionRules.RefuseId(word, id, context) is { } refused)
        {
            return refused;
        }

        var sent = new Sent(word.Slug, word.Kind, word.Key, word.Id) { Intent = ledgerObject.Intent?.Stamp?.Id };
        // `sent` takes the payload of the intent as what is live: what a person did by hand since then stands.
        return lacksItsId && ledgerObject.Baseline is { } baseline
            ? new ResolutionResult.Accepted(
                Sentence(word, context),
                sent,
                new Done(word.Slug, word.Kind, word.Key, baseline)
            )
            : new ResolutionResult.Accepted(Sentence(word, context), sent);
    }

    public static ResolutionResult Judge(Resolution.NotSent word, ResolutionContext context)
    {
        if (context.Known(word) is not { } ledgerObject)
        {
            return ResolutionRules.Unknown(word, context);
        }

        if (ledgerObject.State != ObjectState.Open)
        {
            return NotInDoubt(word, ledgerObject);
        }

        var next = context.File(word) is null
            ? "Its file is gone, so it stays unsent."
            : "The next apply sends it, if its time still allows.";
        return new ResolutionResult.Accepted(
            $"{word.Name} was not sent. {next}",
            new NotSent(word.Slug, word.Kind, word.Key) { Intent = ledgerObject.Intent?.Stamp?.Id }
        );
    }

    private static string Sentence(Resolution.Sent word, ResolutionContext context) =>
        word.Id is { } id
            ? $"{word.Name} is live as {id}; it is not sent again.{ResolutionRules.Warning(context)}"
            : $"{word.Name} counts as sent and is not sent again. Without its id Galley can't read its figures: `galley sent {word.Name} ID` adds it.";

    private static ResolutionResult.Rejected NotInDoubt(Resolution resolution, LedgerObject ledgerObject) =>
        new(
            ledgerObject.State switch
            {
                ObjectState.Live =>
                    $"{resolution.Name} is not in doubt: it is live{(ledgerObject.Id is { } id ? $" as {id}" : ", without an id")}.",
                ObjectState.NotSent =>
                    $"{resolution.Name} is not in doubt: it was not sent. If it was made in LeadPanther by hand, say `galley adopt {resolution.Name} ID`.",
                ObjectState.Retired => $"{resolution.Name} is not in doubt: its key is retired.",
                ObjectState.Open => throw new InvalidOperationException("An open object is in doubt."),
                _ => throw new ArgumentOutOfRangeException(nameof(ledgerObject), ledgerObject.State, null),
            }
        );
}
