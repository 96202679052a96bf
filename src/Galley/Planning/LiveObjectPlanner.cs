using Galley.Api;
using Galley.Content;
using Galley.Diagnostics;
using Galley.Ledger;
using Galley.Payloads;

namespace Galley.Planning;

/// <summary>
/// What to do about an object that LeadPanther holds: leave it, change it, delete it, or ask a person, where the API, the
/// clock or another person stands in the way.
/// </summary>
internal sealed class LiveObjectPlanner(
    PlanningInput input,
    Client client,
    ActionFactory write,
    UnclaimedObjects unclaimed
)
{
    private readonly DriftDetection _drift = new(input.Live, input.Now);
    private readonly HandWork _handWork = new(input, client);

    /// <summary>What was renamed is still the same object: only its key is new, unless the file says something else now, too.</summary>
    public PlanAction Moved(DesiredObject desired, RecordedObject old)
    {
        var action = Live(desired with { LedgerObject = old.LedgerObject }, old) with { From = old.LedgerObject.Key };
        return action.Type == ActionType.Unchanged ? action with { Type = ActionType.Move, Detail = null } : action;
    }

    /// <summary>A file, and what LeadPanther holds of it.</summary>
    public PlanAction Live(DesiredObject desired, RecordedObject live) => Dated(Undated(desired, live), live);

    /// <summary>An object without a file that no rename explains. Null: it went out already, so there is nothing to do.</summary>
    public PlanAction? Left(RecordedObject old) => Removal(old) is { } removal ? Dated(removal, old) : null;

    /// <summary>Says when it was seen, where this run did not look itself.</summary>
    private PlanAction Dated(PlanAction action, RecordedObject live) =>
        live.LedgerObject.Id is { } id && input.Live.SeenAt.TryGetValue(id, out var at)
            ? action with
            {
                SeenAt = at,
            }
            : action;

    /// <summary>After its time an edit changes nothing any more: LinkedIn has the post.</summary>
    private PlanAction Undated(DesiredObject desired, RecordedObject live)
    {
        if (_drift.IsGone(live.LedgerObject))
        {
            return write.About(desired) with { Type = ActionType.Gone };
        }

        var isSame = live.Payload.SaysTheSameAs(desired.Payload);
        if (live.IsPast(input.Now) || _drift.IsTooLate(live.LedgerObject))
        {
            return _drift.Find(live, desired.Payload) is { Differences.IsEmpty: true } unpublished
                ? write.Drifted(desired, live, unpublished)
                : AsItIs(desired, live) with
                {
                    Detail = isSame ? null : WhyItStays(live),
                };
        }

        if (_drift.Find(live, desired.Payload) is { } drift)
        {
            return MayOverwrite(live, drift)
                ? SetBack(Change(desired, live), drift)
                : write.Drifted(desired, live, drift);
        }

        // What was drift when a person answered may be none any more: the change finds that out, and ends the answer.
        if (live.LedgerObject.Overwrite is not null)
        {
            return Change(desired, live);
        }

        return isSame ? AsItIs(desired, live)
            : IsThereAlready(desired, live) ? AsItIs(desired, live) with { IsThereAlready = true }
            : Change(desired, live);
    }

    /// <summary>What holds the change is said before what it would change.</summary>
    private static PlanAction SetBack(PlanAction change, Drift drift) =>
        change.Type == ActionType.Held
            ? change
            : change with
            {
                Detail = $"Set back to the file: {drift.Sentence}",
                LiveCode = drift.Code,
            };

    private string WhyItStays(RecordedObject live) =>
        !live.IsPast(input.Now) && input.Live.Object(live.LedgerObject.Id) is { Status: { } status }
            ? $"Edited too late: LeadPanther shows it as {status}"
            : "Edited after it went out: LinkedIn has it as it was";

    /// <summary>
    /// Every field that the file changes is shown as the file has it: after a pull, or an apply that died behind its
    /// request.
    /// </summary>
    private bool IsThereAlready(DesiredObject desired, RecordedObject live) =>
        input.Live.Object(live.LedgerObject.Id) is { } there
        && live.Payload.Wire is { } sent
        && desired.Payload.Wire is { } wanted
        && WireComparison.IsThereAlready(WireComparison.Parse(sent), WireComparison.Parse(wanted), there.Fields);

    private PlanAction AsItIs(DesiredObject desired, RecordedObject live) =>
        write.Live(desired) with
        {
            PublishedUrl = _drift.PublishedUrl(live.LedgerObject),
        };

    private bool MayOverwrite(RecordedObject live, Drift drift) =>
        drift.Code is { } code && (client.Live.OverwritesDrift || live.LedgerObject.Overwrite == code);

    /// <summary>An update waits as a create does; what was approved before stays in LeadPanther meanwhile.</summary>
    private PlanAction Change(DesiredObject desired, RecordedObject live)
    {
        var update = write.Update(desired, live);
        if (input.WhyHeld is { } held)
        {
            return update.Held(Reason.Client, held);
        }

        if (
            desired.Payload.Wire is { } wire
            && unclaimed.Twin(desired.Kind, WireComparison.Parse(wire), input.Now) is { } twin
        )
        {
            return update.Held(Reason.AlreadyThere, ActionFactory.AlreadyThere(desired.Kind, [twin]));
        }

        if (_handWork.WhyChange(live, desired) is { } why)
        {
            return write.EditByHand(desired, live, why);
        }

        if (input.IsPaused)
        {
            return update with { Type = ActionType.Wait, Reason = Reason.Paused };
        }

        return desired.Post is { Status: PostStatus.Scheduled } && client.ApprovalRequired && !desired.IsApproved
            ? update with
            {
                Type = ActionType.Wait,
                Reason = Reason.Unapproved,
            }
            : update;
    }

    private PlanAction? Removal(RecordedObject old)
    {
        if (old.IsPast(input.Now) || _drift.IsTooLate(old.LedgerObject))
        {
            return null;
        }

        var removal = write.About(old);
        if (old.LedgerObject.AwaitsFile)
        {
            return removal.Held(
                Reason.Uncommitted,
                ActionFactory.FileIsMissing(removal.Kind, client.Slug, removal.Key)
            );
        }

        if (_drift.IsGone(old.LedgerObject))
        {
            const string NoLongerThere = "It is no longer there";
            return _handWork.Why(removal.Kind, ApiOperations.Remove(removal.Kind)) is not null
                ? removal with
                {
                    Detail = $"{NoLongerThere}: only your answer is missing",
                }
                : Remove(removal) with
                {
                    Detail = NoLongerThere,
                };
        }

        if (_drift.Find(old, null) is { } drift && !MayOverwrite(old, drift))
        {
            return removal with { Type = ActionType.Drifted, Detail = drift.Sentence, LiveCode = drift.Code };
        }

        return Remove(removal) with
        {
            LiveCode = _drift.Find(old, null)?.Code,
        };
    }

    private PlanAction Remove(PlanAction removal)
    {
        if (input.WhyHeld is { } held)
        {
            return removal.Held(Reason.Client, held);
        }

        if (_handWork.WhyRemove(removal) is { } why)
        {
            return removal with { Detail = why };
        }

        return input.IsPaused
            ? removal with
            {
                Type = ActionType.Wait,
                Reason = Reason.Paused,
            }
            : removal with
            {
                Type = ActionTable.Removal(removal.Kind),
            };
    }

    /// <summary>A lead magnet is archived only when no post that LeadPanther still holds back offers it.</summary>
    public PlanAction HeldByItsPosts(PlanAction action, IReadOnlyList<PlanAction> files, IReadOnlyList<PlanAction> left)
    {
        if (action.Type != ActionType.Archive)
        {
            return action;
        }

        var leaving = left.Where(other => other.Type == ActionType.Delete).Select(other => other.Key);
        var changing = files.Where(other => other.Type == ActionType.Update).Select(other => other.From ?? other.Key);
        var staying = input
            .Ledger.Objects.Values.Where(known => known is { Kind: Kind.Post, State: ObjectState.Live })
            .Where(known => !leaving.Contains(known.Key) && new RecordedObject(known).Offers(action.Id!, input.Now))
            .Where(known => !changing.Contains(known.Key) || IsOfferedByFile(known.Key, action.Key));
        return staying.FirstOrDefault() is { } user
            ? action.Held(Reason.InUse, $"post {user.Key} is still to go out with it, so it is not archived yet")
            : action;
    }

    private bool IsOfferedByFile(string post, string magnet) =>
        input.Content.Posts.Any(file => file.Key == post && file.LeadMagnet?.Key == magnet);
}
