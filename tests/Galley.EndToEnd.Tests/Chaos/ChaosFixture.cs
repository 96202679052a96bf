using Galley.Ledger;
using Galley.Ledger.Stores;
using Galley.Sandbox;
using Galley.Sandbox.Accounts;
using Galley.Testing;
using Galley.Testing.Remotes;
using Galley.Testing.Time;

namespace Galley.EndToEnd.Tests.Chaos;

/// <summary>
/// A test's own world: a LeadPanther, the wire to it, an empty ledger, and two places with the same content to run
/// galley in.
/// </summary>
internal sealed class ChaosFixture : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 6, 8, 9, 0, 0, TimeSpan.Zero);

    /// <summary>How long after a run died a branch calls its intents in doubt, and no longer in flight.</summary>
    private static readonly TimeSpan InFlight = TimeSpan.FromMinutes(15);

    private readonly TemporaryFolder _folder;

    private ChaosFixture(TemporaryFolder folder, Store store, FastTime clock, SandboxServer sandbox, GitHost? host)
    {
        (_folder, Store, Clock, Sandbox, Host) = (folder, store, clock, sandbox, host);
        StorageTap = new RequestProxy(sandbox.StorageUrl);
        Proxy = new RequestProxy(sandbox.ApiUrl, answer =>
            answer.Replace(
                $"\"upload_url\":\"{sandbox.StorageUrl}",
                $"\"upload_url\":\"{StorageTap.Url}",
                StringComparison.Ordinal
            )
        );
        LedgerUri = LedgerUri.Parse(store == Store.Folder ? "folder:../ledger" : "git:galley-ledger");
    }

    public Store Store { get; }
    public FastTime Clock { get; }
    public SandboxServer Sandbox { get; }

    /// <summary>On the wire to the API.</summary>
    public RequestProxy Proxy { get; }

    /// <summary>On the wire to where media are put.</summary>
    public RequestProxy StorageTap { get; }

    public LedgerUri LedgerUri { get; }

    /// <summary>Serves the remote; null when it is reached as a folder.</summary>
    public GitHost? Host { get; }

    /// <summary>Two clones of one remote for a branch; else two folders beside the ledger's.</summary>
    public IReadOnlyList<string> Roots => [_folder["first"], _folder["second"]];

    public string Root => Roots[0];
    public string Remote => _folder["remote.git"];
    public string LedgerFolder => _folder["ledger"];
    public string this[string file] => _folder[file];

    /// <param name="speed">How much faster than the world its clock runs.</param>
    /// <param name="host">Serves a folder's repositories, for a branch.</param>
    public static async Task<ChaosFixture> Open(
        Store store,
        SandboxAccounts accounts,
        double speed = 1,
        Func<string, GitHost>? host = null
    )
    {
        var clock = new FastTime(Start, speed);
        var sandbox = await SandboxServer.Start(new SandboxOptions { Clock = clock, Accounts = accounts });
        var folder = new TemporaryFolder();
        var fixture = new ChaosFixture(folder, store, clock, sandbox, host?.Invoke(folder.Path));
        var remote = store == Store.Branch ? GitClone.Bare(fixture.Remote) : null;
        foreach (var root in fixture.Roots)
        {
            if (remote is null)
            {
                Directory.CreateDirectory(root);
            }
            else
            {
                fixture.Reach(remote.Clone(root));
            }
        }

        await LedgerFactory.Init(fixture.LedgerUri, fixture.Root, fixture.Options(forApply: true), default);
        return fixture;
    }

    public LedgerOptions Options(bool forApply = false, Action<string>? say = null) =>
        new()
        {
            Clock = Clock,
            ForApply = forApply,
            RetryDelays = [TimeSpan.FromMilliseconds(20), TimeSpan.FromMilliseconds(100)],
            Say = say ?? (static _ => { }),
        };

    public void Write(IReadOnlyDictionary<string, object> files)
    {
        foreach (var root in Roots)
        {
            foreach (var (name, content) in files)
            {
                Write(Path.Combine(root, name), content);
            }
        }
    }

    public void Delete(string file)
    {
        foreach (var root in Roots)
        {
            File.Delete(Path.Combine(root, file));
        }
    }

    /// <summary>What was in flight when a run died is in doubt from here on.</summary>
    public void LetFlightsEnd() => Clock.Leap(InFlight);

    public async ValueTask DisposeAsync()
    {
        if (Host is not null)
        {
            await Host.DisposeAsync();
        }

        await Proxy.DisposeAsync();
        await StorageTap.DisposeAsync();
        await Sandbox.DisposeAsync();
        _folder.Dispose();
    }

    private void Reach(GitClone clone)
    {
        if (Host is not null)
        {
            clone.Git("remote", "set-url", "origin", Host.UrlOf(Path.GetFileName(Remote)));
        }
    }

    private static void Write(string path, object content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (content is byte[] bytes)
        {
            File.WriteAllBytes(path, bytes);
        }
        else
        {
            File.WriteAllText(path, (string)content);
        }
    }
}
