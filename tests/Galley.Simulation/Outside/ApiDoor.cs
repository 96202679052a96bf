using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Galley.Api;
using Galley.Content;
using Galley.Diagnostics;
using Galley.LeadPanther.Responses;
using Galley.Payloads;
using Galley.Simulation.Content;
using Galley.Simulation.Kernel;
using Galley.Simulation.Promises;

namespace Galley.Simulation.Outside;

/// <summary>
/// LeadPanther as one run reaches it. A request takes time to arrive, and so does its answer: others come between, and the run may
/// die on either way.
/// </summary>
internal sealed class ApiDoor(
    LeadPantherInMemory there,
    Process run,
    Snapshot files,
    Scheduler scheduler,
    Faults faults,
    Watch watch
) : ILeadPanther
{
    private const string Owner = "00000000-0000-4000-8000-00000000aaaa";
    private const int PageSize = 3;

    public string BaseUrl => "https://app.leadpanther.ai/api/v1";

    private Chance Chance => scheduler.Chance;

    /// <summary>The intents whose answer told nothing: what may be in doubt.</summary>
    public HashSet<string> Unclear { get; } = [];

    /// <summary>The intents whose create left.</summary>
    public HashSet<string> Sent { get; } = [];

    private readonly HashSet<(string Account, Kind Kind)> _listed = [];

    public Task<ApiMetadata> Metadata(CancellationToken cancellationToken) => throw new NotSupportedException();

    public async Task<Identity> Me(CancellationToken cancellationToken)
    {
        await Travel();
        return new Identity(new AccountOwner(Owner, "An Owner", "An Agency", "active"), "agency", ["*"], Owner)
        {
            ServerTime = scheduler.Now,
        };
    }

    public async IAsyncEnumerable<ClientAccount> Clients(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await Travel();
        foreach (var slug in Snapshot.Slugs)
        {
            var grant = new Grant("grant", null, "active", ["*"]);
            yield return new ClientAccount(Snapshot.AccountOf(slug).Id, slug, null, "active", grant);
        }
    }

    public async Task<LiveList> List(Account account, Kind kind, CancellationToken cancellationToken)
    {
        _listed.Add((account.Id, kind));
        var list = new LiveListBuilder(kind);
        var hidden = Hidden(account, kind);
        while (list.NextOffset is { } offset)
        {
            await Travel();
            if (Chance.OneIn(faults.List))
            {
                CutOff(list, offset);
                continue;
            }

            var all = there.List(kind, account.Id);
            all.RemoveAll(hidden.Contains);

            list.Add(Page(all, offset));
            await Travel();
        }

        var shown = list.ToList();
        scheduler.Trace.Say(
            run.Name,
            $"lists {ContentKind.For(kind).Plural} of {account.Id[^1]}: "
                + $"{string.Join(' ', shown.Objects.Select(Short))}{(shown.IsWhole ? "" : " (not whole)")}"
        );
        return shown;
    }

    public async Task<LiveObject?> Get(Account account, Kind kind, string id, CancellationToken cancellationToken)
    {
        await Travel();
        if (Chance.OneIn(faults.Api * 2))
        {
            throw new ApiException("LeadPanther answered 502.", 502, null);
        }

        var held = there.Find(kind, account.Id, id);
        if (held is not null)
        {
            held.SawAnEdit[run.Name] = held.IsEdited;
        }

        scheduler.Trace.Say(run.Name, $"reads {(held is null ? $"{Short(id)}: it is not there" : held.Name)}");
        await Travel();
        return held?.Shown;
    }

    public async Task<CreateAnswer> Create(
        Account account,
        Kind kind,
        string wire,
        string requestId,
        CancellationToken cancellationToken
    )
    {
        var body = WireComparison.Parse(wire);
        var mark = Held.MarkIn(kind, body);
        var intent = requestId["galley-".Length..];
        watch.Sending(run, kind, account, wire, intent, _listed.Contains((account.Id, kind)));
        Sent.Add(intent);
        there.Writes++;
        await Travel();
        if (Chance.OneIn(faults.Api))
        {
            return await Fail(kind, account, body, intent);
        }

        watch.Creating(run, files, kind, account, body);
        var held = there.Add(kind, account.Id, body, isOfGalley: true);
        scheduler.Trace.Say(run.Name, $"creates {held.Name} by intent {intent}");
        await Travel();
        if (Chance.OneIn(faults.Api))
        {
            Unclear.Add(intent);
            scheduler.Trace.Say(run.Name, $"never hears of {mark}");
            return new CreateAnswer.Unclear("the answer was lost", null);
        }

        return new CreateAnswer.Created(held.Id, $"req-{held.Id[^4..]}");
    }

    public Task<ChangeAnswer> Change(
        Account account,
        Kind kind,
        string id,
        string wire,
        string requestId,
        CancellationToken cancellationToken
    ) => Write(account, kind, id, held => LeadPantherInMemory.Set(held, WireComparison.Parse(wire)), "changes");

    public Task<ChangeAnswer> Remove(
        Account account,
        Kind kind,
        string id,
        string requestId,
        CancellationToken cancellationToken
    ) => Write(account, kind, id, held => held.IsRemoved = true, "removes");

    public async Task<string> Upload(
        Account account,
        Upload upload,
        string requestId,
        CancellationToken cancellationToken
    )
    {
        await Travel();
        if (Chance.OneIn(faults.Api * 3))
        {
            throw new ApiException("The upload failed.", 500, null);
        }

        await Travel();
        return $"https://cdn.example.com/{upload.FileName}";
    }

    public Task<PostEngagement?> Engagement(Account account, string postId, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<LeadMagnetAnalytics?> Analytics(
        Account account,
        string leadMagnetId,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException();

    public IAsyncEnumerable<Lead> Leads(Account account, LeadFilter filter, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public IAsyncEnumerable<Activity> Activity(
        Account account,
        ActivityFilter filter,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException();

    private static string Short(LiveObject there) => Short(there.Id);

    private static string Short(string id) => id.TrimEnd()[^4..].TrimStart('0');

    private Task Travel() => Task.Delay(TimeSpan.FromMilliseconds(Chance.Between(5, 400)), run.Clock);

    /// <summary>A list that lies: something that the ledger holds is not in it, and then maybe more. So it proves nothing.</summary>
    private List<Held> Hidden(Account account, Kind kind)
    {
        var all = there.List(kind, account.Id);
        var known = all.Where(held => watch.IsHeldLive(held)).ToList();
        return known.Count > 0 && Chance.OneIn(faults.List * 2) ? [Chance.Pick(known), Chance.Pick(all)] : [];
    }

    private static Page<LiveItem> Page(List<Held> all, int offset)
    {
        ImmutableArray<LiveItem> items =
        [
            .. all.Skip(offset).Take(PageSize).Select(held => new LiveItem(held.Shown, null)),
        ];
        return new Page<LiveItem>(
            items,
            all.Count > offset + PageSize,
            items.IsEmpty ? null : items[0].Object!.Id,
            items.IsEmpty ? null : items[^1].Object!.Id,
            null
        );
    }

    private void CutOff(LiveListBuilder list, int offset)
    {
        if (offset == 0 && Chance.OneIn(3))
        {
            var status = Chance.Pick([403, 404, 501]);
            scheduler.Trace.Say(run.Name, $"may not list ({status})");
            throw new ApiException($"LeadPanther answered {status}.", status, null);
        }

        list.CutOff("LeadPanther answered 502.");
    }

    /// <summary>Design §6's first table.</summary>
    private async Task<CreateAnswer> Fail(Kind kind, Account account, JsonObject body, string intent)
    {
        var mark = Held.MarkIn(kind, body);
        switch (Chance.Below(7))
        {
            case 0:
                scheduler.Trace.Say(run.Name, $"can't connect for {mark}");
                return new CreateAnswer.NothingSent("no connection");
            case 1:
                scheduler.Trace.Say(run.Name, $"is told to wait for {mark}");
                return new CreateAnswer.Throttled(
                    Chance.OneIn(2) ? TimeSpan.FromSeconds(Chance.Between(1, 40)) : null,
                    null
                );
            case 2:
                var status = Chance.Pick([400, 401, 403, 422]);
                scheduler.Trace.Say(run.Name, $"is refused {mark} ({status})");
                return new CreateAnswer.Rejected(status, "no", null);
            case 3:
                Unclear.Add(intent);
                scheduler.Trace.Say(run.Name, $"times out with {mark}, which LeadPanther never saw");
                await Task.Delay(TimeSpan.FromSeconds(100), run.Clock);
                return new CreateAnswer.Unclear("it timed out", null);
            case 4:
                Unclear.Add(intent);
                Arrive(kind, account, body, TimeSpan.FromSeconds(Chance.Between(1, 60)));
                scheduler.Trace.Say(run.Name, $"gets a 504 for {mark}, which LeadPanther is still busy with");
                return new CreateAnswer.Unclear("504", null);
            case 5:
                Unclear.Add(intent);
                scheduler.Trace.Say(run.Name, $"gets a 500 for {mark}");
                return new CreateAnswer.Unclear("500", null);
            default:
                watch.Creating(run, files, kind, account, body);
                var held = there.Add(kind, account.Id, body, isOfGalley: true);
                scheduler.Trace.Say(run.Name, $"creates {held.Name} by intent {intent}, and the line is cut");
                Unclear.Add(intent);
                return new CreateAnswer.Unclear("the connection was reset", null);
        }
    }

    /// <summary>LeadPanther goes on with what it took in, whatever becomes of the run that asked.</summary>
    private void Arrive(Kind kind, Account account, JsonObject body, TimeSpan after) =>
        there.Clock.CreateTimer(
            _ =>
            {
                watch.Creating(run, files, kind, account, body);
                scheduler.Trace.Say(
                    "LeadPanther",
                    $"creates {there.Add(kind, account.Id, body, isOfGalley: true).Name} at last"
                );
            },
            null,
            after,
            Timeout.InfiniteTimeSpan
        );

    /// <summary>Design §6's second table.</summary>
    private async Task<ChangeAnswer> Write(Account account, Kind kind, string id, Action<Held> write, string verb)
    {
        there.Writes++;
        await Travel();
        var fault = Chance.OneIn(faults.Api) ? Chance.Below(7) : -1;
        switch (fault)
        {
            case 0:
                return new ChangeAnswer.Unclear("no connection", null);
            case 1:
                return new ChangeAnswer.Throttled(TimeSpan.FromSeconds(Chance.Between(1, 40)), null);
            case 2:
                return new ChangeAnswer.Rejected(Chance.Pick([400, 422]), "no", null);
            case 3:
                return new ChangeAnswer.TooLate("too late", null);
        }

        if (there.Find(kind, account.Id, id) is not { } held)
        {
            return new ChangeAnswer.NotOffered(404, "not found", null);
        }

        if (held.IsOut)
        {
            return new ChangeAnswer.TooLate("it is published", null);
        }

        if (fault == 4)
        {
            scheduler.Trace.Say(run.Name, $"{verb} {held.Name}, and it is not taken");
            return new ChangeAnswer.Accepted(null, null);
        }

        watch.Changing(run, held);
        write(held);
        held.Left = held.Fields;
        held.GivenUp = null;
        scheduler.Trace.Say(run.Name, $"{verb} {held.Name}");
        await Travel();
        return fault >= 5
            ? new ChangeAnswer.Unclear("the answer was lost", null)
            : new ChangeAnswer.Accepted(Chance.OneIn(2) || held.IsRemoved ? null : held.Shown, null);
    }
}
