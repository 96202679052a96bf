using Galley.Api;
using Galley.Diagnostics;
using Galley.Payloads;
using Galley.Planning;
using NodaTime;

namespace Galley.Applying.Results;

/// <summary>What came of an object, in words for people, each with what to do next.</summary>
internal static class OutcomeMessages
{
    public static ItemOutcome Done(ApplyItem item, CreateAnswer.Created created) =>
        new(
            ApplyOutcome.Done,
            item with
            {
                Id = created.Id,
                RequestId = created.RequestId,
                Sentence = $"Sent; its id in LeadPanther is {created.Id}.",
            }
        );

    public static ItemOutcome DoneElsewhere(ApplyItem item) =>
        new(ApplyOutcome.Done, item with { Sentence = "Done already, by another run." });

    /// <summary>Another run sent something else under this key: the text that this run was to send is still to come.</summary>
    public static ItemOutcome SentOtherwise(ApplyItem item) =>
        ForPerson(
            item,
            "Another run sent an earlier version of it meanwhile. Run apply again: it changes what was sent."
        );

    public static ItemOutcome Found(ApplyItem item, string id) =>
        new(
            ApplyOutcome.Done,
            item with
            {
                Id = id,
                Action = ApplyItem.Found,
                Sentence = $"LeadPanther has it already, as {id}, so nothing was sent. Galley keeps it from now on.",
            }
        );

    /// <summary>What was sent is there, and its file says something else by now.</summary>
    public static ItemOutcome FoundOtherwise(ApplyItem item, string id) =>
        ForPerson(
            item with
            {
                Id = id,
                Action = ApplyItem.Found,
            },
            $"LeadPanther has an earlier version of it, as {id}, and Galley keeps it from now on. Run apply again: it says "
                + "what is still to do."
        );

    public static ItemOutcome ThereAlready(ApplyItem item) =>
        new(
            ApplyOutcome.Done,
            item with
            {
                Sentence = "LeadPanther shows it as the file says already, so nothing was sent.",
            }
        );

    /// <summary>The plan was made by what an earlier run saw, and this run saw something else.</summary>
    public static ItemOutcome NoLongerSo(ApplyItem item) =>
        ForPerson(
            item,
            "LeadPanther does not show it any more as an earlier run saw it. Run apply again to send the change."
        );

    public static ItemOutcome Absent(ApplyItem item) =>
        new(
            ApplyOutcome.NotStarted,
            item with
            {
                Need = ExitCode.Fine,
                Sentence =
                    "LeadPanther's list shows that it was not created. The next apply sends it, if its time still allows.",
            }
        );

    public static ItemOutcome AlreadyThere(ApplyItem item, string detail) =>
        HeldForPerson(
            item,
            Reason.AlreadyThere,
            $"{detail}. If it is this one, run `galley adopt {item.Name} ID` with its id; "
                + "if it is not, change or delete it in LeadPanther."
        );

    public static ItemOutcome Changed(ApplyItem item, ApiOperation operation, string? requestId) =>
        new(
            ApplyOutcome.Done,
            item with
            {
                RequestId = requestId,
                Sentence =
                    operation.Method == "PATCH" ? "Changed in LeadPanther."
                    : item.Kind == Kind.Post ? "Deleted in LeadPanther."
                    : "Archived in LeadPanther.",
            }
        );

    public static ItemOutcome Gone(ApplyItem item) =>
        ForPerson(
            item,
            "It is no longer in LeadPanther, so it was not changed. `galley plan --refresh` says what you can do."
        );

    /// <param name="why">Without an end.</param>
    public static ItemOutcome TooLate(ApplyItem item, string why) =>
        ForPerson(item, $"Too late to change it: {why}. It stays as it is.");

    /// <param name="code">Of what stands there; null where nothing can be overwritten.</param>
    public static ItemOutcome Drifted(ApplyItem item, string? code) =>
        ForPerson(
            item,
            "Somebody changed it in LeadPanther, so it was left alone. "
                + (
                    code is null
                        ? "Look at it there."
                        : $"If the file is right, run `galley overwrite {item.Name} {code}`; if LeadPanther is "
                            + $"right, run `galley pull {item.Name}`."
                )
        );

    public static ItemOutcome ByHand(ApplyItem item) =>
        ForPerson(
            item,
            "Galley can't do this through the API, so it is work by hand: do it in LeadPanther, "
                + $"then run `galley done {item.Name} {item.Code}`."
        );

    public static string NotReadBeforeAChange(ApiOperation read, int status)
    {
        var why =
            status == 403
                ? $"the API key lacks the scope {read.Scope}, or the agency's grant does"
                : $"LeadPanther answered {status}";
        return $"{read.Title} is not possible here ({why}). Galley changes only what it can read right before, so these changes and "
            + "deletions are work by hand.";
    }

    public static ItemOutcome CanNotTell(ApplyItem item) =>
        Failed(
            item,
            "Not changed: LeadPanther answered 404 to it, and the account's list can't tell whether it is gone. Run apply again. If "
                + $"that stays, look there, do it by hand, then run `galley done {item.Name} {item.Code}`."
        );

    /// <param name="user">The post's key, or its id where nobody here has it.</param>
    public static ItemOutcome InUse(ApplyItem item, string user) =>
        new(
            ApplyOutcome.Held,
            item with
            {
                Reason = Reason.InUse,
                Sentence = $"On hold: post {user} is still to go out with it, so it is not archived yet.",
            }
        );

    public static ItemOutcome StillThere(ApplyItem item) =>
        Failed(
            item,
            "LeadPanther accepted the deletion, but still shows it. Run apply again; if that stays, delete it in LeadPanther."
        );

    public static ItemOutcome NotTaken(ApplyItem item, IEnumerable<WireDifference> differences) =>
        Failed(
            item,
            "LeadPanther accepted the change, but shows something else in: "
                + $"{string.Join(", ", differences.Select(found => found.Field).Distinct())}. Look at it there."
        );

    /// <param name="why">A reason or a whole sentence.</param>
    public static ItemOutcome ChangeFailed(ApplyItem item, string why) =>
        Failed(item, $"Not changed: {Sentence(why)} Run apply again.");

    public static ItemOutcome ChangeRejected(ApplyItem item, ChangeAnswer.Rejected rejected) =>
        Failed(
                item,
                $"LeadPanther refused the change with {rejected.Status}: "
                    + $"{Sentence(rejected.Message)}{Asked(rejected.RequestId)} {NextStep(item.Kind, rejected.Status)}"
            )
            .With(rejected.RequestId);

    public static ItemOutcome Moved(ApplyItem item, string from) =>
        new(
            ApplyOutcome.Done,
            item with
            {
                Sentence = $"Known as {item.Key} from now on ({from} before); nothing was sent.",
            }
        );

    public static ItemOutcome Rejected(ApplyItem item, CreateAnswer.Rejected rejected) =>
        new(
            ApplyOutcome.Failed,
            item with
            {
                RequestId = rejected.RequestId,
                Need = rejected.Status == 401 ? ExitCode.Error : ExitCode.SomeFailed,
                Sentence =
                    $"LeadPanther refused it with {rejected.Status}: "
                    + $"{Sentence(rejected.Message)}{Asked(rejected.RequestId)} {NextStep(item.Kind, rejected.Status)}",
            }
        );

    public static ItemOutcome Unreachable(ApplyItem item, CreateAnswer.NothingSent unsent) =>
        Failed(
            item,
            $"LeadPanther could not be reached, so nothing was sent: {Sentence(unsent.Why)} Run apply again when it can be."
        );

    public static ItemOutcome Throttled(ApplyItem item, CreateAnswer.Throttled throttled) =>
        Failed(
                item,
                "LeadPanther kept answering 429 (too many requests), so it was not created. Run apply again later, "
                    + "perhaps with a lower --concurrency."
            )
            .With(throttled.RequestId);

    public static ItemOutcome SlowLedger(ApplyItem item) =>
        Failed(item, "Not sent: writing the ledger took so long that sending was no longer safe. Run apply again.");

    public static ItemOutcome NoUpload(ApplyItem item, string why) => Failed(item, why);

    public static ItemOutcome KeepsChanging(ApplyItem item) =>
        Failed(
            item,
            "Not sent: other runs kept writing about this client in the ledger. Run apply again when they have ended."
        );

    /// <param name="where">As <see cref="WhereToLook"/> says it.</param>
    public static ItemOutcome InDoubt(ApplyItem item, CreateAnswer.Unclear unclear, string where) =>
        InDoubt(item, $"No clear answer came: {Sentence(unclear.Why)}{Asked(unclear.RequestId)}", where)
            .With(unclear.RequestId);

    /// <inheritdoc cref="InDoubt(ApplyItem, CreateAnswer.Unclear, string)"/>
    public static ItemOutcome InDoubt(ApplyItem item, string why, string where) =>
        new(
            ApplyOutcome.InDoubt,
            item with
            {
                Need = ExitCode.PersonNeeded,
                Sentence =
                    $"{why} It may or may not be in LeadPanther, so it is not sent again until a later apply finds out or you say. "
                    + $"Look in LeadPanther {where}. If it is there, run `galley sent {item.Name} ID` with its id. "
                    + $"If it is not, run `galley not-sent {item.Name}`.",
            }
        );

    public static ItemOutcome Late(ApplyItem item, Duration lead) =>
        new(
            ApplyOutcome.NotStarted,
            item with
            {
                Reason = ApplyItem.Missed,
                Need = ExitCode.PersonNeeded,
                Sentence =
                    $"Not sent: its time is past, or less than {lead.TotalMinutes:0.##} min away "
                    + "(limits.min_lead_time). Give it a later scheduled_at, or delete the file.",
            }
        );

    public static ItemOutcome NeedsLeadMagnet(ApplyItem item, string key, ApplyOutcome magnet) =>
        new(
            ApplyOutcome.Held,
            item with
            {
                Reason = Reason.LeadMagnet,
                Sentence =
                    $"Not sent: it needs lead magnet {key}, which "
                    + $"{(magnet == ApplyOutcome.InDoubt ? "is in doubt" : "could not be created")}. "
                    + "It goes out with the first apply after that is settled.",
            }
        );

    public static ItemOutcome NeedsChange(ApplyItem item, string key) =>
        HeldForPerson(item, Reason.Rename, $"{ActionFactory.OldWords(key)}.");

    public static ItemOutcome GrantMissing(ApplyItem item, string why) =>
        new(ApplyOutcome.Held, item with { Reason = Reason.Client, Need = ExitCode.Error, Sentence = why });

    public static string AsksForPatience(TimeSpan wait, Instant now) =>
        $"LeadPanther answered 429 and asks to wait {wait.TotalMinutes:0} min before anything more is sent. Run "
        + $"apply again after {Minute(now + Duration.FromTimeSpan(wait))}.";

    /// <summary>What other exceptions than these say may hold anything, and is for nobody's eyes but ours.</summary>
    public static string BrokenOff(Exception fault) =>
        $"{Why(fault)} The run broke off there; what was sent stands in the ledger, and `galley plan` says how things stand.";

    /// <summary>What hit one client only.</summary>
    public static ItemOutcome BrokenOff(ApplyItem item, Exception fault) =>
        new(
            ApplyOutcome.Failed,
            item with
            {
                Need = ExitCode.Error,
                Sentence = $"{Why(fault)} Nothing more was begun for this client; `galley plan` says how things stand.",
            }
        );

    private static string Why(Exception fault) =>
        fault is GalleyException or IOException or UnauthorizedAccessException
            ? Sentence(fault.Message)
            : $"A fault of Galley's own ({fault.GetType().Name}): please report it.";

    /// <summary>Words of another's, ended as a sentence.</summary>
    public static string Sentence(string words) =>
        words.TrimEnd() is { Length: > 0 } text && text[^1] is not ('.' or '!' or '?') ? $"{text}." : words.TrimEnd();

    private static ItemOutcome HeldForPerson(ApplyItem item, string reason, string why) =>
        new(
            ApplyOutcome.Held,
            item with
            {
                Reason = reason,
                Need = ExitCode.PersonNeeded,
                Sentence = $"On hold: {why}",
            }
        );

    /// <summary>Left as it is: a person decides.</summary>
    private static ItemOutcome ForPerson(ApplyItem item, string why) =>
        new(ApplyOutcome.NotStarted, item with { Need = ExitCode.PersonNeeded, Sentence = why });

    private static ItemOutcome Failed(ApplyItem item, string why) =>
        new(ApplyOutcome.Failed, item with { Need = ExitCode.SomeFailed, Sentence = why });

    private static ItemOutcome With(this ItemOutcome ended, string? requestId) =>
        ended with
        {
            Item = ended.Item with { RequestId = requestId },
        };

    private static string Minute(Instant at) => at.ToString("uuuu'-'MM'-'dd HH':'mm' UTC'", null);

    private static string Asked(string? requestId) => requestId is null ? "" : $" (request_id {requestId})";

    private static string NextStep(Kind kind, int status) =>
        status switch
        {
            401 => "Put a valid key into LEADPANTHER_API_KEY, or into the variable of this client's own key "
                + "if it has one; the run stopped here.",
            403 => $"Check that the key has the scope {Scopes.ToCreate(kind)} and that the agency's grant for this "
                + "client is active (`galley whoami`, `galley clients`).",
            _ => "Correct the file and run apply again.",
        };
}
