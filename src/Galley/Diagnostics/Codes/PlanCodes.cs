namespace Galley.Diagnostics.Codes;

/// <summary>GAL6xx: what only the ledger, the plan and LeadPanther's own answers can tell. None is adjustable.</summary>
public static class PlanCodes
{
    public static readonly DiagnosticCode EditByHand = new(
        "GAL601",
        Severity.Warning,
        "Change it by hand",
        "The file changed after Galley sent it, and Galley can't make the change itself. The plan says why: `changes: by-hand` is set, "
            + "LeadPanther's API does not offer the change, or too little time is left.",
        "the text of a post that goes out in five minutes",
        "Make the same change in LeadPanther. Then run `galley done KIND CLIENT/KEY CODE` with the code that the plan shows."
    );

    public static readonly DiagnosticCode RemoveByHand = new(
        "GAL602",
        Severity.Warning,
        "Delete it by hand",
        "The file is gone, LeadPanther still has the post or lead magnet, and Galley can't delete it itself. The plan says why: "
            + "`changes: by-hand` is set, LeadPanther's API does not offer it, too little time is left, or the "
            + "client's whole folder is gone.",
        "git rm -r clients/northwind   # with posts due next week",
        "Delete it in LeadPanther. Then run `galley done KIND CLIENT/KEY CODE`. Or bring the file back."
    );

    public static readonly DiagnosticCode InDoubt = new(
        "GAL603",
        Severity.Warning,
        "Maybe sent",
        "Galley sent this to LeadPanther, and the answer was lost. LeadPanther may or may not have it. Galley never sends it again "
            + "until LeadPanther's list, or a person, says that it is not there.",
        "the connection broke while a post was being created",
        "Look in LeadPanther. If it is there, run `galley sent KIND CLIENT/KEY ID`. If it is not, run `galley not-sent KIND CLIENT/KEY`."
    );

    public static readonly DiagnosticCode Missed = new(
        "GAL604",
        Severity.Warning,
        "Not sent in time",
        "The post was not sent while there was time. Galley never sends a post late.",
        "scheduled_at: 2026-06-15 10:00   # merged at noon",
        "Give it a new scheduled_at, or delete the file."
    );

    public static readonly DiagnosticCode RetiredKey = new(
        "GAL605",
        Severity.Warning,
        "The name was used before",
        "A post or lead magnet of this name was removed or forgotten before. To send a new file under the same name could publish "
            + "the same thing twice, so it is on hold.",
        "a new posts/launch.md after `galley forget post northwind/launch`",
        "Give the file another name. If it should really go out again, run `galley forget KIND CLIENT/KEY --recreate`."
    );

    public static readonly DiagnosticCode LooksLikeRename = new(
        "GAL606",
        Severity.Warning,
        "Looks like a rename",
        "A new file has the text, time or keyword of one that is gone, or says what LeadPanther still has of one whose file was "
            + "changed. Sending it could publish the same post twice.",
        "posts/launch.md renamed to posts/spring/launch.md, with a new time",
        "If the old file is gone and this is the same one, add `moved_from: KEY` with the key that it had; if it is a new one, add "
            + "`moved_from: none`. If the old file is still there, this one goes out after the change of that one."
    );

    public static readonly DiagnosticCode OverLimit = new(
        "GAL607",
        Severity.Warning,
        "Over a limit",
        "One run may send, change and delete only so much, so that a mistake stays small. Clients that go over a limit are on hold, "
            + "the largest first. All others go on.",
        "limits: {max_creates: 50}   # and one client has 80",
        "Merge in smaller steps, raise the limit in galley.yaml, or apply with `--allow-creates N`, "
            + "`--allow-updates N` or `--allow-deletes N`."
    );

    public static readonly DiagnosticCode StalePlan = new(
        "GAL608",
        Severity.Error,
        "The saved plan is out of date",
        "An apply would now send, change or delete something that is not in the saved plan, so nobody has looked at it.",
        "galley apply --plan plan.json   # made before the last change",
        "Make the plan again, look at it, and apply that one."
    );

    public static readonly DiagnosticCode NoGrant = new(
        "GAL609",
        Severity.Error,
        "No active grant",
        "The agency has no active grant for this client's account in LeadPanther, so nothing can be sent for this client.",
        "client_id: 00000000-0000-4000-8000-000000000001   # its grant was revoked",
        "Ask the client to renew the grant in LeadPanther, or correct client_id."
    );

    public static readonly DiagnosticCode NoPermission = new(
        "GAL610",
        Severity.Warning,
        "The grant lacks a permission",
        "The grant is active, but does not list a permission that this client's plan needs. LeadPanther may answer 403.",
        "permissions: [posts:read]",
        "Ask the client to add the permission in LeadPanther."
    );

    public static readonly DiagnosticCode NoLedger = new(
        "GAL611",
        Severity.Warning,
        "There is no ledger yet",
        "Without a ledger Galley does not know what was sent. The plan shows everything as new, and apply refuses.",
        "a new repository",
        "If there was a ledger, restore it; if it is lost, run `galley ledger rebuild`. "
            + "If nothing was ever sent, run `galley ledger init` once and commit the `ledger_id` that it prints."
    );

    public static readonly DiagnosticCode EditedAfterItsTime = new(
        "GAL612",
        Severity.Note,
        "Edited after it went out",
        "The file changed after the post's time. LinkedIn shows the post as it was, and Galley does not change it.",
        "a typo corrected in last week's post",
        "Nothing to do. To publish it again, make a new file with a new time."
    );

    public static readonly DiagnosticCode Gone = new(
        "GAL613",
        Severity.Warning,
        "No longer in LeadPanther",
        "LeadPanther had this before, and says now that it does not exist. Only a person knows why, so Galley never "
            + "creates it again by itself.",
        "a post that somebody deleted in LeadPanther",
        "If that was right, delete the file too and run `galley forget KIND CLIENT/KEY`. To send it again, give it a new time if its time "
            + "has passed, and run `galley forget KIND CLIENT/KEY --recreate`."
    );

    public static readonly DiagnosticCode Drifted = new(
        "GAL614",
        Severity.Warning,
        "Differs in LeadPanther",
        "LeadPanther shows something else than Galley sent: another text, time, keyword or name, or a post that is not published "
            + "6 hours after its time. Galley does not overwrite what a person changed there.",
        "a keyword that was changed in LeadPanther and not in the file",
        "If the file is right, run `galley overwrite KIND CLIENT/KEY CODE`. If LeadPanther is right, run `galley "
            + "pull KIND CLIENT/KEY` and commit the file."
    );

    public static readonly DiagnosticCode ClientGone = new(
        "GAL615",
        Severity.Warning,
        "A client's folder is gone",
        "The ledger has posts or lead magnets of an account that no client.yaml names any more, and LeadPanther will still publish them. "
            + "Galley deletes nothing of a whole client by itself: the plan lists each as work by hand.",
        "git rm -r clients/northwind   # with posts due next week",
        "Delete them in LeadPanther and run `galley done` for each. Or bring the folder back: with `ended: true` in its client.yaml "
            + "nobody has to do anything."
    );

    public static readonly DiagnosticCode AlreadyThere = new(
        "GAL616",
        Severity.Warning,
        "LeadPanther already has something like it",
        "LeadPanther's list shows a post with the same text at another time or in a state that Galley does not know, or a lead magnet "
            + "with the same keyword under another name, and the ledger does not know it. "
            + "Sending this file could publish the same thing twice, so it is on hold.",
        "a post that somebody scheduled in LeadPanther by hand, with the same text",
        "If it is this one, run `galley adopt KIND CLIENT/KEY ID`. If it is not, change or delete it in LeadPanther, or change the file's "
            + "text or time."
    );

    public static readonly DiagnosticCode InUse = new(
        "GAL617",
        Severity.Warning,
        "A post still offers the lead magnet",
        "The file of a lead magnet is gone, but a post that has yet to go out offers it. Galley archives it once no post does.",
        "git rm clients/northwind/lead-magnets/guide.md   # and a scheduled post says lead_magnet: guide",
        "Remove the post too, give it another lead magnet, or bring the file back."
    );

    public static readonly DiagnosticCode OddLedger = new(
        "GAL618",
        Severity.Error,
        "The ledger lacks what was sent",
        "The ledger says that an object is in LeadPanther, but the line that says what was sent is lost: it was set "
            + "back, or lines of another ledger were recovered. "
            + "Nothing is done for this client until it is clear what LeadPanther holds. Other clients go on.",
        "galley ledger recover lines.txt   # of an apply that wrote to another ledger",
        "Put the right ledger back. If it is lost, run `galley forget KIND CLIENT/KEY`, then `galley adopt KIND CLIENT/KEY ID`."
    );

    public static readonly DiagnosticCode DamagedLedger = new(
        "GAL619",
        Severity.Error,
        "A client's ledger file is damaged",
        "The ledger's file of this client is missing, was edited, or is from a newer Galley. It is not known "
            + "what was sent, so nothing is done for this client. "
            + "Other clients go on.",
        "git push --force origin galley-ledger   # after an edit of one file by hand",
        "Put the file back as Galley wrote it, from a backup or from the history of the branch. `galley ledger verify` checks it."
    );
}
