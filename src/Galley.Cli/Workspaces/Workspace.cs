using Galley.Applying.Preflight;
using Galley.Cli.Hosting;
using Galley.Cli.Options;
using Galley.Content;
using Galley.Diagnostics;
using Galley.Git;
using Galley.Ledger;
using Galley.Ledger.Stores;
using Galley.Live;
using Galley.Planning;
using Galley.Planning.Cache;
using Galley.Planning.Sharding;
using Galley.Rules;
using NodaTime;

namespace Galley.Cli.Workspaces;

/// <summary>The content and the ledger that a command works on, as its options name them.</summary>
internal sealed class Workspace
{
    private readonly Shell _shell;
    private readonly CommonOptions _common;

    private Workspace(Shell shell, CommonOptions common, Repository repository, Shard? shard)
    {
        (_shell, _common, Repository, Shard) = (shell, common, repository, shard);
        KnownLedger = common.Ledger is { } given
            ? LedgerUri.Parse(given)
            : LedgerUri.TryParse(repository.Settings.Ledger);
        AskedFor =
            common.Clients.Count == 0 ? repository.Slugs : [.. common.Clients.Distinct().Order(StringComparer.Ordinal)];
        Slugs = shard is null ? AskedFor : [.. AskedFor.Where(shard.Holds)];
    }

    public Repository Repository { get; }

    /// <summary>Null when galley.yaml has an error, so that it does not say where the ledger is.</summary>
    public LedgerUri? KnownLedger { get; }

    public LedgerUri LedgerUri =>
        KnownLedger
        ?? throw new GalleyException(
            "galley.yaml has an error, so it does not say where the ledger is. Run `galley validate` to see the error."
        );

    /// <summary>The share of the clients; null for all of them.</summary>
    public Shard? Shard { get; }

    /// <summary>The clients of --client, or all of them, including those of other shards.</summary>
    public IReadOnlyList<string> AskedFor { get; }

    /// <summary>The clients to work on.</summary>
    public IReadOnlyList<string> Slugs { get; }

    public Instant Now => Instant.FromDateTimeOffset(_common.Clock.GetUtcNow());

    public static Workspace Open(Shell shell, CommonOptions common, Shard? shard = null)
    {
        var repository = Repository.Open(RootOf(shell, common));
        foreach (var slug in common.Clients.Where(slug => !repository.Slugs.Contains(slug)))
        {
            throw new GalleyException(
                $"There is no client \"{slug}\". {Suggestion.DidYouMean(slug, repository.Slugs)}The clients "
                    + $"are: {string.Join(", ", repository.Slugs)}."
            );
        }

        return new Workspace(shell, common, repository, shard);
    }

    /// <param name="commit">The content's commit, which is recorded with what is written.</param>
    public LedgerOptions LedgerOptions(bool forApply = false, bool offline = false, string? commit = null) =>
        new()
        {
            Commit = commit,
            Clock = _common.Clock,
            ExpectedId = Repository.Settings.LedgerId,
            ForApply = forApply,
            Offline = offline,
            Say = words => _shell.Error.WriteLine(words),
        };

    public Task<ILedger?> TryOpenLedger(LedgerOptions options) =>
        KnownLedger is { } ledger
            ? LedgerFactory.TryOpen(ledger, Repository.Root, options, _shell.Stop)
            : Task.FromResult<ILedger?>(null);

    /// <summary>Null outside a Git checkout, and before the first commit.</summary>
    public Task<string?> Commit() => new GitRepository(Repository.Root).TryHead(_shell.Stop);

    /// <summary>What tells whether a newer commit was applied already.</summary>
    public Task<NewerCommit> NewerThan(string commit) =>
        NewerCommit.Open(
            new GitRepository(Repository.Root),
            commit,
            _shell.Environment,
            _shell.Error.WriteLine,
            _shell.Stop
        );

    public Planner Planner(
        ILedger? ledger,
        ValidationPurpose purpose,
        bool lacksLedger = false,
        LiveReport? live = null,
        ExistingProblems? @base = null,
        Func<string, ClientContent?>? held = null,
        PlanLimits? limits = null,
        Func<PlannedClient, bool>? keeps = null
    ) =>
        new(Repository, ledger, new Validator(Repository, Now, purpose, lacksLedger, @base), Now)
        {
            Live = slug => live?.For(slug),
            Held = held,
            Limits = limits ?? PlanLimits.From(Repository.Settings.Limits),
            Keeps = keeps ?? (_ => true),
            AtOnce = _shell.Threads,
            Cache =
                _common.UsesCache && live is null && CacheFolder.For(Repository.Root, _shell.Environment) is { } cache
                    ? new ResultCache(cache)
                    : null,
        };

    /// <summary>The clients to work on whose client.yaml can be read.</summary>
    public IEnumerable<Client> Clients() => Slugs.Select(Repository.ReadClient).OfType<Client>();

    /// <summary>Whether a folder ledger lies within the Git checkout that holds the content.</summary>
    public bool IsInCheckout(LedgerUri.Folder folder) =>
        CheckoutOf(folder.FullPath(Repository.Root)) is { } checkout && checkout == CheckoutOf(Repository.Root);

    /// <summary>The folder with the `.git` above a path; null where there is none.</summary>
    public static string? CheckoutOf(string path)
    {
        for (var folder = new DirectoryInfo(path); folder is not null; folder = folder.Parent)
        {
            if (Path.Exists(Path.Combine(folder.FullName, ".git")))
            {
                return folder.FullName;
            }
        }

        return null;
    }

    private static string RootOf(Shell shell, CommonOptions common)
    {
        if (common.Content is not { } given)
        {
            return ContentRoot.Find(shell.Directory);
        }

        var root = Path.GetFullPath(given, shell.Directory);
        return Directory.Exists(root)
            ? root
            : throw new GalleyException(
                $"There is no folder {given}. Name the folder with galley.yaml and clients/ in --content."
            );
    }
}
