using System.Collections.Immutable;
using Galley.Ledger.Events;
using Galley.Ledger.Format;
using Galley.Ledger.Stores;

namespace Galley.Ledger;

/// <summary>The way to a ledger, whatever keeps it.</summary>
public static class LedgerFactory
{
    /// <summary>Makes an empty ledger and gives its id, to be committed as <c>ledger_id</c>. Refuses where one is, or was.</summary>
    public static async Task<string> Init(
        LedgerUri uri,
        string contentRoot,
        LedgerOptions options,
        CancellationToken cancellationToken
    )
    {
        if (options.ExpectedId is { } id)
        {
            throw new GalleyException(
                $"galley.yaml names the ledger {id} already. Restore the branch or folder that holds it: "
                    + "a new, empty ledger would publish everything again. If it is lost, run `galley ledger rebuild`."
            );
        }

        await using var store = await Create(uri, contentRoot, options, cancellationToken);
        var header = HeaderFormat.New(RunId.NewLedger());
        var change = new StoreChange([], HeaderFormat.Write(header), $"Begin the ledger {header.LedgerId}\n");
        return
            await store.Latest(cancellationToken) is null
            && await store.TryAppend(tip: null, change, cancellationToken) is not null
            ? header.LedgerId
            : throw new GalleyException($"There is a ledger at {uri} already; `galley ledger show` prints its id.");
    }

    /// <summary>Refuses to rebuild where a ledger is that something was sent with. One that a rebuild began is fine.</summary>
    public static async Task RequireUnused(
        LedgerUri uri,
        string contentRoot,
        LedgerOptions options,
        CancellationToken cancellationToken
    )
    {
        var there = await Inspect(uri, contentRoot, options with { ExpectedId = null }, cancellationToken);
        if (
            there?.Files.Any(file =>
                file.Damage is not null || file.Events.Any(e => e is not (Found or Intended or Sent))
            ) == true
        )
        {
            throw new GalleyException(
                $"There is a ledger at {uri} already, {there.Header.LedgerId}, and it says what was sent. Nothing was rebuilt. "
                    + "`galley ledger verify` tells whether it is whole. If it is damaged, restore it, or move it away and rebuild then."
            );
        }
    }

    /// <summary>The new ledger of a rebuild, opened for apply: made now, or begun by a rebuild that was cut short.</summary>
    public static async Task<ILedger> OpenForRebuild(
        LedgerUri uri,
        string contentRoot,
        LedgerOptions options,
        CancellationToken cancellationToken
    )
    {
        options = options with { ExpectedId = null };
        await RequireUnused(uri, contentRoot, options, cancellationToken);
        if (await Inspect(uri, contentRoot, options, cancellationToken) is { } begun)
        {
            return await Open(uri, contentRoot, options with { ExpectedId = begun.Header.LedgerId }, cancellationToken);
        }

        var id = await Init(uri, contentRoot, options, cancellationToken);
        return await Open(uri, contentRoot, options with { ExpectedId = id }, cancellationToken);
    }

    /// <summary>Opens a ledger; a missing, foreign or damaged one is refused.</summary>
    public static async Task<ILedger> Open(
        LedgerUri uri,
        string contentRoot,
        LedgerOptions options,
        CancellationToken cancellationToken
    ) =>
        await TryOpen(uri, contentRoot, options, cancellationToken)
        ?? throw new GalleyException(
            $"There is no ledger at {uri}. If there was one, restore it first: a new, empty one would publish everything again. "
                + "If it is lost, run `galley ledger rebuild`, which makes a new one out of what LeadPanther holds. "
                + "If nothing was ever sent, run `galley ledger init` and commit the ledger_id that it prints."
        );

    /// <summary>Null when there is no ledger, and none is expected.</summary>
    public static async Task<ILedger?> TryOpen(
        LedgerUri uri,
        string contentRoot,
        LedgerOptions options,
        CancellationToken cancellationToken
    )
    {
        var store = await Open(uri, contentRoot, options, forApply: options.ForApply, cancellationToken);
        return await TryOpen(store, uri, options, cancellationToken);
    }

    /// <summary>A ledger over a store, which is closed with it, or where there is none.</summary>
    internal static async Task<ILedger?> TryOpen(
        ILedgerStore store,
        LedgerUri uri,
        LedgerOptions options,
        CancellationToken cancellationToken
    )
    {
        try
        {
            if (await Load(store, uri, options, cancellationToken) is { } view)
            {
                SuggestId(view.Header.LedgerId, options);
                return new StoredLedger(store, view, options);
            }
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }

        await store.DisposeAsync();
        return null;
    }

    /// <summary>Without it, a lost ledger looks like the first day.</summary>
    private static void SuggestId(string id, LedgerOptions options)
    {
        if (options is { ForApply: true, ExpectedId: null })
        {
            options.Say(
                "galley.yaml has no ledger_id, so Galley can't tell when this ledger is lost or replaced. "
                    + $"Add this line to galley.yaml and commit it: ledger_id: {id}"
            );
        }
    }

    /// <summary>Reads and verifies every file; damage is reported per file. Null when there is no ledger, and none is expected.</summary>
    public static Task<LedgerInspection?> Inspect(
        LedgerUri uri,
        string contentRoot,
        LedgerOptions options,
        CancellationToken cancellationToken
    ) => Inspect(uri, contentRoot, options, file => file, cancellationToken);

    /// <summary>The same without events and objects: a ledger of any size takes no more memory than its largest file.</summary>
    public static Task<LedgerInspection?> Verify(
        LedgerUri uri,
        string contentRoot,
        LedgerOptions options,
        CancellationToken cancellationToken
    ) => Inspect(uri, contentRoot, options, file => file.InShort(), cancellationToken);

    private static async Task<LedgerInspection?> Inspect(
        LedgerUri uri,
        string contentRoot,
        LedgerOptions options,
        Func<InspectedFile, InspectedFile> keep,
        CancellationToken cancellationToken
    )
    {
        await using var store = await Open(uri, contentRoot, options, forApply: false, cancellationToken);
        if (await Load(store, uri, options, cancellationToken) is not { } view)
        {
            return null;
        }

        var accounts = view
            .Snapshot.Files.Keys.Where(f => f.EndsWith(".jsonl", StringComparison.Ordinal) && !f.Contains('/'))
            .Select(f => f[..^".jsonl".Length])
            .Union(view.Header.Clients.Keys)
            .Order(StringComparer.Ordinal);
        var files = ImmutableArray.CreateBuilder<InspectedFile>();
        foreach (var account in accounts)
        {
            files.Add(keep(await Inspect(store, view, account, cancellationToken)));
        }

        return new LedgerInspection(view.Header, files.ToImmutable());
    }

    private static async Task<InspectedFile> Inspect(
        ILedgerStore store,
        LedgerView view,
        string account,
        CancellationToken cancellationToken
    )
    {
        var name = store.NameOf(account + ".jsonl");
        try
        {
            var file = await view.Read(store, account, cancellationToken);
            return new InspectedFile(account, name, file.Events, file.State, file.Torn, Damage: null);
        }
        catch (GalleyException e) when (e is not StoreException)
        {
            return new InspectedFile(account, name, [], ClientLedger.Empty(account), Torn: 0, e);
        }
    }

    private static async Task<LedgerView?> Load(
        ILedgerStore store,
        LedgerUri uri,
        LedgerOptions options,
        CancellationToken cancellationToken
    )
    {
        var view = await LedgerView.Load(store, cancellationToken);
        if (options.ExpectedId is not { } expected)
        {
            return view;
        }

        if (view is null)
        {
            throw new GalleyException(
                $"galley.yaml names the ledger {expected}, but there is none at {uri}. Restore the branch or folder, from a backup or "
                    + "from a clone that has it. If it is lost, run `galley ledger rebuild`. "
                    + "A new, empty one would publish everything again."
            );
        }

        return view.Header.LedgerId == expected
            ? view
            : throw new GalleyException(
                $"The ledger at {uri} is {view.Header.LedgerId}, but galley.yaml names {expected}. "
                    + "Correct `ledger:` or `ledger_id:`, or restore the right ledger."
            );
    }

    private static async Task<ILedgerStore> Open(
        LedgerUri uri,
        string contentRoot,
        LedgerOptions options,
        bool forApply,
        CancellationToken cancellationToken
    ) =>
        uri switch
        {
            LedgerUri.Folder folder => await FolderStore.Open(
                folder.FullPath(contentRoot),
                options with
                {
                    ForApply = forApply,
                },
                cancellationToken
            ),
            LedgerUri.Branch branch => await BranchStore.Open(
                branch,
                contentRoot,
                options with
                {
                    ForApply = forApply,
                },
                cancellationToken
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(uri), uri, null),
        };

    private static async Task<ILedgerStore> Create(
        LedgerUri uri,
        string contentRoot,
        LedgerOptions options,
        CancellationToken cancellationToken
    ) =>
        uri switch
        {
            LedgerUri.Folder folder => await FolderStore.Create(
                folder.FullPath(contentRoot),
                options,
                cancellationToken
            ),
            _ => await Open(uri, contentRoot, options, forApply: true, cancellationToken),
        };
}
