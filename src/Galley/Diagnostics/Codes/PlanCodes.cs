namespace Galley.Diagnostics.Codes;

/// <summary>GAL6xx: what only the ledger, the plan and LeadPanther's own word can tell. None is adjustable.</summary>
public static class PlanCodes
{
    public static readonly DiagnosticCode EditByHand = new(
        "GAL601",
        Severity.Warning,
        "Live and changed",
        "The file was changed after its object went to LeadPanther. The API can't change what exists, so a person must.",
        "the text of a post that was sent yesterday",
        "Make the same change in LeadPanther, then say `galley done KIND CLIENT/KEY CODE` with the code that the plan shows."
    );

    public static readonly DiagnosticCode RemoveByHand = new(
        "GAL602",
        Severity.Warning,
        "Live and removed",
        "The file is gone, but LeadPanther still holds the object and will publish it. The API can't delete it, so a person must.",
        "git rm clients/northwind/posts/launch.md   # sent last week, due next week",
        "Delete it in LeadPanther, then say `galley done KIND CLIENT/KEY CODE`; or bring the file back."
    );

    public static readonly DiagnosticCode InDoubt = new(
        "GAL603",
        Severity.Warning,
        "In doubt",
        "A create was sent and its answer was lost: LeadPanther may or may not hold the object. It is never sent again on a guess.",
        "the connection broke while a post was being created",
        "Look in LeadPanther, then say `galley sent KIND CLIENT/KEY ID` or `galley not-sent KIND CLIENT/KEY`."
    );

    public static readonly DiagnosticCode Missed = new(
        "GAL604",
        Severity.Warning,
        "Missed its time",
        "The post was not sent while there was time. It is not sent late.",
        "scheduled_at: 2026-06-15 10:00   # merged at noon",
        "Give it a new time, or remove the file."
    );

    public static readonly DiagnosticCode RetiredKey = new(
        "GAL605",
        Severity.Warning,
        "The key is retired",
        "An object of this key was removed or forgotten. A new file under it could publish the same thing twice, so it is held.",
        "a new posts/launch.md after the first one was deleted in LeadPanther",
        "Give the file another name, or say `galley forget KIND CLIENT/KEY --recreate` when it really should go out again."
    );

    public static readonly DiagnosticCode LooksLikeRename = new(
        "GAL606",
        Severity.Warning,
        "Looks like a rename",
        "A new file says something that only an object whose file is gone said. If it is the same one, sending it would publish it twice.",
        "posts/launch.md renamed to posts/spring/launch.md and its time moved",
        "Add `moved_from: launch` when it is the same one, or `moved_from: none` when it is new."
    );

    public static readonly DiagnosticCode OverLimit = new(
        "GAL607",
        Severity.Warning,
        "Over a limit",
        "One run creates, changes and deletes only so many objects, so that a mistake in a big change stays small. "
            + "Clients that go over a limit are on hold, the one with the most first; all others go on.",
        "limits: {max_creates: 50}   # and one client has 80",
        "Merge in smaller steps, raise the limit in galley.yaml, or apply with `--allow-creates N`, `--allow-updates N` or `--allow-deletes N`."
    );

    public static readonly DiagnosticCode StalePlan = new(
        "GAL608",
        Severity.Error,
        "The plan is stale",
        "The saved plan does not hold every create that would be made now, so nobody has reviewed them all.",
        "galley apply --plan plan.json   # made before the last change",
        "Make the plan again, look at it, and apply that one."
    );

    public static readonly DiagnosticCode NoGrant = new(
        "GAL609",
        Severity.Error,
        "No active grant",
        "LeadPanther gives the agency no active grant for this client's account, so nothing of the client can be sent.",
        "client_id: 00000000-0000-4000-8000-000000000001   # its grant was revoked",
        "Ask the client to renew the grant in LeadPanther, or correct client_id."
    );

    public static readonly DiagnosticCode NoPermission = new(
        "GAL610",
        Severity.Warning,
        "The grant lacks a permission",
        "The grant is active but does not list a permission that this client's plan needs; LeadPanther may answer 403.",
        "permissions: [posts:read]",
        "Ask the client to extend the grant in LeadPanther."
    );

    public static readonly DiagnosticCode NoLedger = new(
        "GAL611",
        Severity.Warning,
        "There is no ledger yet",
        "Without a ledger nobody knows what was sent, so the plan shows everything as new and apply refuses.",
        "a new repository",
        "If nothing was ever sent, run `galley ledger init` once and commit the `ledger_id` that it prints. If there was a ledger, restore it; "
            + "if it is lost, run `galley ledger rebuild`."
    );

    public static readonly DiagnosticCode EditedAfterItsTime = new(
        "GAL612",
        Severity.Note,
        "Edited after it went out",
        "The file was changed after the post's time. LinkedIn has the post as it was; the change goes nowhere.",
        "a typo put right in last week's post",
        "Nothing needs doing. To publish it again, make a new file with a new time."
    );

    public static readonly DiagnosticCode Gone = new(
        "GAL613",
        Severity.Warning,
        "No longer in LeadPanther",
        "LeadPanther answered for this object before and says now that there is none. Nobody but a person knows why, so it is never created again by itself.",
        "a post that somebody deleted in LeadPanther",
        "Delete the file too and say `galley forget KIND CLIENT/KEY`; to send it again, say `galley forget KIND CLIENT/KEY --recreate`."
    );

    public static readonly DiagnosticCode Drifted = new(
        "GAL614",
        Severity.Warning,
        "Differs in LeadPanther",
        "LeadPanther shows something else than was sent: another text, time, keyword or name, or a post that is not published 6 hours after its time. "
            + "What a person changed there is never overwritten in silence.",
        "a keyword that was changed in LeadPanther and not in the file",
        "If the file is right, run `galley overwrite KIND CLIENT/KEY CODE`. If LeadPanther is right, run `galley pull KIND CLIENT/KEY` and commit the file."
    );

    public static readonly DiagnosticCode ClientGone = new(
        "GAL615",
        Severity.Warning,
        "A client's folder is gone",
        "The ledger holds posts or lead magnets of an account that no client.yaml names any more, and LeadPanther will still publish them. The plan lists each as work by hand.",
        "git rm -r clients/northwind   # with posts due next week",
        "Delete them in LeadPanther and say `galley done` of each, or bring the folder back; with `ended: true` in its client.yaml nothing more is asked of anybody."
    );

    public static readonly DiagnosticCode AlreadyThere = new(
        "GAL616",
        Severity.Warning,
        "Something like it is in LeadPanther already",
        "LeadPanther's list shows an object with the same text at another time, or the same keyword under another name, and the ledger does not know it. "
            + "Sending this file could publish the same thing twice, so it is on hold.",
        "a post that somebody scheduled in LeadPanther by hand, with the same text",
        "If it is this one, run `galley adopt KIND CLIENT/KEY ID`. If not, change or delete it in LeadPanther."
    );

    public static readonly DiagnosticCode InUse = new(
        "GAL617",
        Severity.Warning,
        "The lead magnet is still offered",
        "The file of a lead magnet is gone, but a post that LeadPanther has still to publish offers it. It is archived once no post does.",
        "git rm clients/northwind/lead-magnets/guide.md   # and a scheduled post says lead_magnet: guide",
        "Remove the post too, give it another lead magnet, or bring the file back."
    );

    public static readonly DiagnosticCode OddLedger = new(
        "GAL618",
        Severity.Error,
        "The ledger lacks what was sent",
        "The ledger says that an object is in LeadPanther, but the line that says what was sent is lost: it was set back, or lines of another ledger were recovered. "
            + "Nothing is done for this client until it is clear what LeadPanther holds. Other clients go on.",
        "galley ledger recover lines.txt   # of an apply that wrote to another ledger",
        "Put the right ledger back. If it is lost, run `galley forget KIND CLIENT/KEY`, then `galley adopt KIND CLIENT/KEY ID`."
    );
}
