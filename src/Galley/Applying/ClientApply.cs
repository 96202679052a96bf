using System.Collections.Immutable;
using Galley.Api;
using Galley.Applying.Creating;
using Galley.Applying.Looking;
using Galley.Applying.Media;
using Galley.Applying.Results;
using Galley.Applying.Stopping;
using Galley.Content;
using Galley.Diagnostics;
using Galley.Ledger.Events;
using Galley.Planning;

namespace Galley.Applying;

/// <summary>
/// Brings one client's account to what its plan says: look at the account, write down what that settles, carry the plan out.
/// The client is planned again after the look, whenever another run was first, and after every wait.
/// </summary>
internal sealed class ClientApply
{
    private const int MostOvertaken = 5;

    private readonly Dictionary<ObjectKey, AttemptCounts> _attempts = [];

    /// <summary>What the look is to answer, until it has.</summary>
    private readonly List<PlanAction> _questions;

    /// <summary>What a doubt turned out to be; told at the end, because its file may have changed since it was sent.</summary>
    private readonly List<ApplyItem> _found = [];
    private PlannedClient _planned;
    private IReadOnlyList<PlanAction> _left;

    public ClientApply(ApplyRun run, PlannedClient planned, ILeadPanther api)
    {
        (Run, Client, Api) = (run, planned.Content.Client!, api);
        (_planned, _left, _questions) = (planned, [.. planned.Writes()], [.. planned.Questions()]);
        Uploads = new MediaUploader(run, Client, api, Hold);
    }

    public ApplyRun Run { get; }
    public Client Client { get; }
    public ILeadPanther Api { get; }
    public ClientHold Hold { get; } = new();

    /// <summary>What the account's lists showed, once this run has looked.</summary>
    public LiveState Look { get; private set; } = LiveState.Unread;

    public MediaUploader Uploads { get; }

    public async Task CarryOut()
    {
        try
        {
            await CarryOutPlan();
        }
#pragma warning disable CA1031 // A bug that one client triggers must not stop the other clients.
        catch (Exception bug) when (!Run.StopSignal.Token.IsCancellationRequested)
#pragma warning restore CA1031
        {
            foreach (var action in _left.Concat(_questions))
            {
                Add(HoldFor(bug, action));
            }
        }
    }

    /// <summary>A fault of ours, or of the machine's, before anything was written: nothing more is begun for this client.</summary>
    public ItemOutcome HoldFor(Exception fault, PlanAction action)
    {
        var outcome = OutcomeMessages.BrokenOff(Item(action), fault);
        Hold.Shut(outcome.Item.Sentence);
        return outcome;
    }

    private async Task CarryOutPlan()
    {
        var goesOn = _left.Count + _questions.Count == 0 || await LookAtAccount();
        var unclaimed = new UnclaimedObjects(Look, _planned.Ledger);
        for (var overtaken = 0; goesOn; )
        {
            if (Facts() is { Length: > 0 } facts)
            {
                goesOn = await Run.StopOnFault(() => Learn(facts)) switch
                {
                    null => NothingStarted(),
                    true => await PlanAgain(),
                    false => ++overtaken < MostOvertaken ? await PlanAgain() : GiveUp(),
                };
                continue;
            }

            if (_left.Count == 0)
            {
                break;
            }

            // What a plan that was made anew changes or removes besides.
            await Run.MarkChanges([_planned]);
            unclaimed.Claim(_planned.Ledger);
            _left = await new ApplyPass(this, _planned, unclaimed).CarryOut(_left);
            goesOn = _left.Count > 0 && await PlanAgain();
        }

        foreach (var question in _questions)
        {
            Answer(question, Now(question));
        }

        foreach (var item in _found)
        {
            var now = Now(item.Kind, item.Key);
            Add(
                now is null or { Type: ActionType.Unchanged }
                    ? OutcomeMessages.Found(item, item.Id!)
                    : OutcomeMessages.FoundOtherwise(item with { Code = now.Code }, item.Id!)
            );
        }
    }

    private void Answer(PlanAction question, PlanAction? now)
    {
        if (question.Type == ActionType.InDoubt || ActionTable.IsWrite(question.Type))
        {
            Add(
                PlannedOutcomes.For(Client.Slug, now ?? question, Client.Zone)
                    ?? OutcomeMessages.DoneElsewhere(Item(question))
            );
        }
        else if (now is not null && ActionTable.IsWrite(now.Type))
        {
            Add(OutcomeMessages.NoLongerSo(Item(now)));
        }
        else if (now is not null && PlannedOutcomes.IsByHand(now))
        {
            Run.Results.AddByHand();
        }
    }

    public AttemptCounts AttemptsOf(ObjectKey of)
    {
        lock (_attempts)
        {
            return _attempts.TryGetValue(of, out var attempts) ? attempts : _attempts[of] = new AttemptCounts();
        }
    }

    /// <summary>Reads the account's lists, once a run; false when the run is to stop.</summary>
    private async Task<bool> LookAtAccount()
    {
        try
        {
            Look = Run.Dependencies.Live(Client.Slug) is { Lists.IsEmpty: false } known ? known : await ReadAccount();
            return await PlanAgain();
        }
        catch (OperationCanceledException) when (Run.StopSignal.Token.IsCancellationRequested)
        {
            return NothingStarted();
        }
        catch (GalleyException failure)
        {
            Run.StopSignal.Pull(failure.Message);
            return NothingStarted();
        }
    }

    private async Task<LiveState> ReadAccount()
    {
        var limiter = Run.Limiters.For(Api);
        var reader = new AccountReader(Api, Run.Dependencies.Ledger.Header, () => Run.Now, limiter.Enter);
        var look = await reader.Look(Client, _planned.Ledger, Kinds(), Run.StopSignal.Token);
        Run.Results.AddWarnings(look.Warnings);
        foreach (var operation in look.NotOffered)
        {
            await Run.Dependencies.Ledger.MarkNotOffered(Client.Account, operation.Name, CancellationToken.None);
        }

        Run.Sightings.Add(Client.Account, look.State, _planned.Ledger);
        return await AskForUnlisted(reader, look.State);
    }

    /// <summary>What an earlier run left as a question needs no list to be answered.</summary>
    private async Task<LiveState> AskForUnlisted(AccountReader reader, LiveState look)
    {
        var unlisted =
            from question in _questions
            where question is { SeenAt: not null, Id: not null } && !look.Lists.ContainsKey(question.Kind)
            select (question.Kind, question.Id);
        foreach (var read in await reader.Ask(Client, _planned.Ledger, unlisted, Run.StopSignal.Token))
        {
            Run.Sightings.Add(Client.Account, read);
            look = look.With(read);
        }

        return look;
    }

    /// <summary>Other kinds are listed only where one is to be handled; posts always, since they offer lead magnets.</summary>
    private IEnumerable<Kind> Kinds() =>
        _left.Concat(_questions).Select(action => action.Kind).Append(Kind.Post).Distinct().Order();

    /// <summary>What is written down without a request: renames, what LeadPanther shows already, doubts that the look settles.</summary>
    private ImmutableArray<LedgerEvent> Facts() =>
        [
            .. MoveOrder.Of(_planned.Moves().Select(move => new Moved(Client.Slug, move.Kind, move.Key, move.From!))),
            .. _planned.ThereAlready(),
            .. _planned.Committed(),
            .. new InDoubtReconciler(Look, Client.Live, Run.Now).Events(
                _planned.Ledger,
                Client.Slug,
                Run.Dependencies.Ledger.IsInFlight
            ),
        ];

    /// <summary>False when another run was first; null when the ledger can't be written, so that the run is to stop.</summary>
    private async Task<bool?> Learn(ImmutableArray<LedgerEvent> facts)
    {
        if (Run.StopSignal.Token.IsCancellationRequested)
        {
            return false;
        }

        var recorded = await Run.TryRecord(Client.Account, facts, _planned.Ledger.LastEvent);
        if (recorded != true)
        {
            return recorded;
        }

        // Two files that swapped their names are two moves, and one event.
        foreach (var move in _planned.Moves().Where(action => action.Type == ActionType.Move))
        {
            Add(OutcomeMessages.Moved(Item(move), move.From!));
        }

        foreach (var fact in facts.OfType<ObjectEvent>())
        {
            Tell(fact);
        }

        return true;
    }

    private void Tell(ObjectEvent fact)
    {
        var action = Now(fact.Kind, fact.Key);
        var item = action is null ? new ApplyItem(fact.Kind, Client.Slug, fact.Key) : Item(action);
        switch (fact)
        {
            case Updated:
                _questions.RemoveAll(question => IsAbout(question, fact));
                Add(OutcomeMessages.ThereAlready(item));
                break;
            case Found found:
                _questions.RemoveAll(question => IsAbout(question, fact));
                _found.Add(item with { Id = found.Id });
                break;
            case Absent:
                _questions.RemoveAll(question => IsAbout(question, fact));
                Add(OutcomeMessages.Absent(item));
                break;
        }
    }

    private static bool IsAbout(PlanAction action, ObjectEvent fact) =>
        action.Kind == fact.Kind && action.Key == fact.Key;

    /// <summary>False when the run is to stop: what was left is told as not started.</summary>
    private async Task<bool> PlanAgain()
    {
        try
        {
            _planned = await Run.Dependencies.Replan(Client.Slug, Look, Run.StopSignal.Token);
            if (await Run.Dependencies.WhyOutdated(_planned.Ledger, Run.StopSignal.Token) is { } outdated)
            {
                Run.StopSignal.Pull(outdated, ExitCode.Refused);
                return NothingStarted();
            }

            _left = Remaining();
            return true;
        }
        catch (OperationCanceledException) when (Run.StopSignal.Token.IsCancellationRequested)
        {
            return NothingStarted();
        }
        catch (GalleyException failure)
        {
            Run.StopSignal.Pull(failure.Message);
            return NothingStarted();
        }
    }

    private bool NothingStarted()
    {
        foreach (var action in _left)
        {
            Add(Run.NotStarted(Item(action)));
        }

        _left = [];
        return false;
    }

    private bool GiveUp()
    {
        foreach (var action in _left)
        {
            Add(OutcomeMessages.KeepsChanging(Item(action)));
        }

        _left = [];
        return false;
    }

    /// <summary>
    /// What is still to be sent, and only what this run set out to send: limits and the saved plan were checked for
    /// that.
    /// </summary>
    private List<PlanAction> Remaining()
    {
        var remaining = new List<PlanAction>();
        foreach (var before in _left)
        {
            if (Now(before) is { } now && now.Type == before.Type && now.PayloadSha256 == before.PayloadSha256)
            {
                remaining.Add(now);
            }
            else if (Now(before) is { IsThereAlready: true })
            {
                _questions.Add(before);
            }
            else
            {
                Add(PlannedOutcomes.Instead(Client.Slug, before, Now(before), Client.Zone));
            }
        }

        return remaining;
    }

    private PlanAction? Now(PlanAction before) => Now(before.Kind, before.Key);

    private PlanAction? Now(Kind kind, string key) =>
        _planned.Plan.Actions.FirstOrDefault(action => action.Kind == kind && action.Key == key);

    private ApplyItem Item(PlanAction action) => PlannedOutcomes.ItemOf(Client.Slug, action);

    private void Add(ItemOutcome outcome) => Run.Results.Add(outcome);
}
