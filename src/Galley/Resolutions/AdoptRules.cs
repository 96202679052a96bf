using Galley.Diagnostics;
using Galley.Ledger;
using Galley.Ledger.Events;

namespace Galley.Resolutions;

/// <summary><c>adopt</c>: what was made elsewhere becomes the file's, as the file is now.</summary>
internal static class AdoptRules
{
    public static ResolutionResult Judge(Resolution.Adopt resolution, ResolutionContext context)
    {
        if (context.Known(resolution) is { State: ObjectState.Open })
        {
            return new ResolutionResult.Rejected(
                $"{resolution.Name} may have been sent by Galley. If {resolution.Id} is what came of it, say `galley sent {resolution.Name} {resolution.Id}`; if not, first `galley not-sent {resolution.Name}`."
            );
        }

        if (context.Known(resolution) is { State: ObjectState.Live } live)
        {
            return new ResolutionResult.Rejected(AlreadyLive(resolution, live));
        }

        if (context.File(resolution) is not { } file)
        {
            return new ResolutionResult.Rejected(WithoutFile(resolution, context));
        }

        return ResolutionRules.RefuseId(resolution, resolution.Id, context)
            ?? (ResolutionResult)
                new ResolutionResult.Accepted(
                    $"{resolution.Name} is live as {resolution.Id}; its file, {file.Payload.Code}, counts as what LeadPanther holds.{ResolutionRules.Warning(context)}",
                    new Adopted(resolution.Slug, resolution.Kind, resolution.Key, resolution.Id, file.Payload)
                );
    }

    private static string AlreadyLive(Resolution.Adopt resolution, LedgerObject live) =>
        live.Id is { } id
            ? $"{resolution.Name} is live already, as {id}. If that is wrong, say `galley forget {resolution.Name}` first."
            : $"{resolution.Name} is live already, without an id: `galley sent {resolution.Name} {resolution.Id}` adds it.";

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
