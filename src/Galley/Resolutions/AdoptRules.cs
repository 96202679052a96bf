using Galley.Diagnostics;
using Galley.Ledger;
using Galley.Ledger.Events;

namespace Galley.Resolutions;

/// <summary><c>adopt</c>: what was made elsewhere becomes the file's, as the file is now.</summary>
internal static class AdoptRules
{
    public static ResolutionResult Judge(Resolution.Adopt word, ResolutionContext context)
    {
        if (context.Known(word) is { State: ObjectState.Open })
        {
            return new ResolutionResult.Rejected(
                $"{word.Name} may have been sent by Galley. If {word.Id} is what came of it, say `galley sent {word.Name} {word.Id}`; if not, first `galley not-sent {word.Name}`."
            );
        }

        if (context.Known(word) is { State: ObjectState.Live } live)
        {
            return new ResolutionResult.Rejected(AlreadyLive(word, live));
        }

        if (context.File(word) is not { } file)
        {
            return new ResolutionResult.Rejected(WithoutFile(word, context));
        }

        return ResolutionRules.RefuseId(word, word.Id, context)
            ?? (ResolutionResult)
                new ResolutionResult.Accepted(
                    $"{word.Name} is live as {word.Id}; its file, {file.Payload.Code}, counts as what LeadPanther holds.{ResolutionRules.Warning(context)}",
                    new Adopted(word.Slug, word.Kind, word.Key, word.Id, file.Payload)
                );
    }

    private static string AlreadyLive(Resolution.Adopt word, LedgerObject live) =>
        live.Id is { } id
            ? $"{word.Name} is live already, as {id}. If that is wrong, say `galley forget {word.Name}` first."
            : $"{word.Name} is live already, without an id: `galley sent {word.Name} {word.Id}` adds it.";

    private static string WithoutFile(Resolution resolution, ResolutionContext context)
    {
        if (
            context.Planned.Content.Unread.FirstOrDefault(file =>
                file.Kind == resolution.Kind && file.Key == resolution.Key
            ) is
            { } unread
        )
        {
            return $"{unread.Path} can't be read: `galley validate` says why.";
        }

        var keys =
            resolution.Kind == Kind.Post
                ? context.Planned.Content.Posts.Select(post => post.Key)
                : context.Planned.Content.LeadMagnets.Select(magnet => magnet.Key);
        return $"There is no file for {resolution.Name}. {Suggestion.DidYouMean(resolution.Key, keys)}Write it first, as LeadPanther has it; then adopt.";
    }
}
