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
    /// <exception cref="ApiException">401: the key is refused for everything.</exception>
    public async Task<AccountLook> Look(
        Client client,
        ClientLedger ledger,
        IEnumerable<Kind> kinds,
        CancellationToken cancellationToken
    )
    {
        var seen = await Task.WhenAll(
            kinds.Where(IsOffered).Select(kind => Look(client, ledger, kind, cancellationToken))
        );
        var state = LiveState.Unread with
        {
            Lists = seen.Where(look => look.Listing is not null)
                .ToImmutableDictionary(look => look.Kind, look => look.Listing!),
            Objects = LiveState.Unread.Objects.SetItems(seen.SelectMany(look => look.Objects)),
            Missing = LiveState.Unread.Missing.Union(seen.SelectMany(look => look.Missing)),
            Events = ledger.Events,
        };
        return new AccountLook(
            state,
            [.. seen.Select(look => look.Warning).OfType<string>()],
            [.. seen.Select(look => look.NotOffered).OfType<ApiOperation>()]
        );
    }

    /// <summary>Asks for objects by their own paths, where no list is to be had. Those that can't be read stay unknown.</summary>
    public async Task<ImmutableArray<ObjectRead>> Ask(
        Client client,
        ClientLedger ledger,
        IEnumerable<(Kind Kind, string Id)> objects,
        CancellationToken cancellationToken
    )
    {
        var answers = ImmutableArray.CreateBuilder<ObjectRead>();
        foreach (var (kind, id) in objects)
        {
            try
            {
                var readAt = now();
                var there = await Get(client, kind, id, cancellationToken);
                answers.Add(new ObjectRead(kind, id, there, readAt, ledger.Events));
            }
            catch (ApiException failure) when (failure.Status != 401)
            {
                // A question still, for the next apply.
            }
        }

        return answers.ToImmutable();
    }

    private bool IsOffered(Kind kind) => !header.Lacks(ApiOperations.List(kind).Name, now());

    private async Task<KindLook> Look(
        Client client,
        ClientLedger ledger,
        Kind kind,
        CancellationToken cancellationToken
    )
    {
        var readAt = now();
        var look = new KindLook(kind);
        try
        {
            LiveList list;
            using (await enter(cancellationToken))
            {
                list = await api.List(client.Account, kind, cancellationToken);
            }

            foreach (var there in list.Objects)
            {
                look.Objects[there.Id] = there;
            }

            var showsAll = await AskForTheRest(client, ledger, look, cancellationToken);
            return look with
            {
                Listing = new LiveListing(list, readAt, list.IsWhole && showsAll),
                Warning = list.WhyNot is { } why
                    ? $"{client.Slug}: the list of {ContentKind.For(kind).Plural} is not complete, so it proves nothing. {why}"
                    : null,
            };
        }
        catch (ApiException failure) when (failure.Status != 401)
        {
            return look with
            {
                Warning = WhyNotListed(kind, failure),
                NotOffered = failure.Status is 404 or 405 or 501 ? ApiOperations.List(kind) : null,
            };
        }
    }

    /// <summary>Whether what the list lacks is not there: a list that hides an object can't prove that another is absent.</summary>
    private async Task<bool> AskForTheRest(
        Client client,
        ClientLedger ledger,
        KindLook look,
        CancellationToken cancellationToken
    )
    {
        var showsAll = true;
        foreach (var id in Unlisted(ledger, look))
        {
            if (await Get(client, look.Kind, id, cancellationToken) is not { } there)
            {
                look.Missing.Add(id);
            }
            else
            {
                look.Objects[id] = there;
                showsAll = false;
            }
        }

        return showsAll;
    }

    private async Task<LiveObject?> Get(Client client, Kind kind, string id, CancellationToken cancellationToken)
    {
        using var slot = await enter(cancellationToken);
        return await api.Get(client.Account, kind, id, cancellationToken);
    }

    private List<string> Unlisted(ClientLedger ledger, KindLook look) =>
        [
            .. from known in ledger.Objects.Values
            where known.Kind == look.Kind && known is { State: ObjectState.Live, Id: not null }
            where !IsPast(known) && !look.Objects.ContainsKey(known.Id!)
            orderby known.Key
            select known.Id,
        ];

    private bool IsPast(LedgerObject known) => new RecordedObject(known).IsPast(now());

    private static string WhyNotListed(Kind kind, ApiException failure)
    {
        var why =
            failure.Status == 403 && ApiOperations.List(kind).Scope is { } scope
                ? $"the API key lacks the scope {scope}, or the agency's grant does"
                : failure.Message.TrimEnd('.');
        return $"The {ContentKind.For(kind).Plural} in LeadPanther could not be listed ({why}), so this run relies on the ledger alone.";
    }

    /// <summary>What was seen of one kind; the kinds are read side by side.</summary>
    private sealed record KindLook(Kind Kind)
    {
        public Dictionary<string, LiveObject> Objects { get; } = new(StringComparer.OrdinalIgnoreCase);
        public HashSet<string> Missing { get; } = new(StringComparer.OrdinalIgnoreCase);

        /// <summary>Null where no list was to be had.</summary>
        public LiveListing? Listing { get; init; }
        public string? Warning { get; init; }
        public ApiOperation? NotOffered { get; init; }
    }
}
