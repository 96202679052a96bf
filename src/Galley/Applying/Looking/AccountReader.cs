using System.Collections.Immutable;
using Galley.Api;
using Galley.Content;
using Galley.Diagnostics;
using Galley.Ledger;
using Galley.Planning;
using NodaTime;

namespace Galley.Applying.Looking;

/// <summary>
/// Lists an account's posts and lead magnets, once a run. What the ledger holds and the list lacks is asked for by its own
/// path. Where a list can't be had, the run goes on with the ledger alone, and says so.
/// </summary>
/// <param name="enter">Takes a slot for one request; disposing gives it back.</param>
public sealed class AccountReader(
    ILeadPanther api,
    LedgerHeader header,
    Func<Instant> now,
    Func<CancellationToken, Task<IDisposable>> enter
)
{
    private readonly ImmutableArray<string>.Builder _warnings = ImmutableArray.CreateBuilder<string>();
    private readonly ImmutableArray<ApiOperation>.Builder _notOffered = ImmutableArray.CreateBuilder<ApiOperation>();
    private readonly Dictionary<Kind, LiveListing> _lists = [];
    private readonly Dictionary<string, LiveObject> _objects = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _missing = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="ApiException">401: the key is refused for everything.</exception>
    public async Task<AccountLook> Look(
        Client client,
        ClientLedger ledger,
        IEnumerable<Kind> kinds,
        CancellationToken cancellationToken
    )
    {
        foreach (var kind in kinds)
        {
            await Look(client, ledger, kind, cancellationToken);
        }

        var state = LiveState.Unread with
        {
            Lists = _lists.ToImmutableDictionary(),
            Objects = LiveState.Unread.Objects.SetItems(_objects),
            Missing = LiveState.Unread.Missing.Union(_missing),
        };
        return new AccountLook(state, _warnings.ToImmutable(), _notOffered.ToImmutable());
    }

    private async Task Look(Client client, ClientLedger ledger, Kind kind, CancellationToken cancellationToken)
    {
        var operation = ApiOperations.List(kind);
        if (header.Lacks(operation.Name, now()))
        {
            return;
        }

        var readAt = now();
        try
        {
            LiveList list;
            using (await enter(cancellationToken))
            {
                list = await api.List(client.Account, kind, cancellationToken);
            }

            foreach (var there in list.Objects)
            {
                _objects[there.Id] = there;
            }

            var showsAll = await AskForTheRest(client, ledger, kind, cancellationToken);
            if (list.WhyNot is { } why)
            {
                _warnings.Add(
                    $"{client.Slug}: the list of {ContentKind.For(kind).Plural} is not complete, so it proves nothing. {why}"
                );
            }

            _lists[kind] = new LiveListing(list, readAt, list.IsWhole && showsAll);
        }
        catch (ApiException failure) when (failure.Status != 401)
        {
            Warn(kind, operation, failure);
        }
    }

    /// <summary>Whether what the list lacks is not there: a list that hides an object can't prove that another is absent.</summary>
    private async Task<bool> AskForTheRest(
        Client client,
        ClientLedger ledger,
        Kind kind,
        CancellationToken cancellationToken
    )
    {
        var showsAll = true;
        foreach (var id in Unlisted(ledger, kind))
        {
            LiveObject? there;
            using (await enter(cancellationToken))
            {
                there = await api.Get(client.Account, kind, id, cancellationToken);
            }

            if (there is null)
            {
                _missing.Add(id);
            }
            else
            {
                _objects[id] = there;
                showsAll = false;
            }
        }

        return showsAll;
    }

    private IEnumerable<string> Unlisted(ClientLedger ledger, Kind kind) =>
        from known in ledger.Objects.Values
        where known.Kind == kind && known is { State: ObjectState.Live, Id: not null }
        where !IsPast(known) && !_objects.ContainsKey(known.Id!)
        orderby known.Key
        select known.Id;

    private bool IsPast(LedgerObject known) => new RecordedObject(known).IsPast(now());

    private void Warn(Kind kind, ApiOperation operation, ApiException failure)
    {
        if (failure.Status is 404 or 405 or 501)
        {
            _notOffered.Add(operation);
        }

        var why =
            failure.Status == 403 && operation.Scope is { } scope
                ? $"the API key lacks the scope {scope}, or the agency's grant does"
                : failure.Message.TrimEnd('.');
        _warnings.Add(
            $"The {ContentKind.For(kind).Plural} in LeadPanther could not be listed ({why}), so this run relies on the ledger alone."
        );
    }
}
