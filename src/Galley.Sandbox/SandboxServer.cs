using System.Collections.Immutable;
using System.Net;
using Galley.Sandbox.Control;
using Galley.Sandbox.Documentation;
using Galley.Sandbox.Faults;
using Galley.Sandbox.Hosting;
using Galley.Sandbox.Requests;
using Galley.Sandbox.State;

namespace Galley.Sandbox;

/// <summary>
/// A LeadPanther on this machine, made from the API's documentation alone. It shows what it holds, which requests it got and
/// what was against the documentation. It runs until it is disposed of.
/// </summary>
public sealed class SandboxServer : IAsyncDisposable
{
    private readonly SandboxContext _sandbox;
    private readonly Listener _listener;
    private readonly CancellationTokenSource _stopping;

    private SandboxServer(SandboxContext sandbox, Listener listener, CancellationTokenSource stopping) =>
        (_sandbox, _listener, _stopping) = (sandbox, listener, stopping);

    /// <summary>The base URL for Galley: ends in <c>/api/v1</c>.</summary>
    public Uri ApiUrl => new(PageUrl, ApiOperations.BasePath);

    /// <summary>The page for people.</summary>
    public Uri PageUrl => _listener.Url(_listener.Port);

    /// <summary>Where media are put and served.</summary>
    public Uri StorageUrl => _sandbox.StorageUrl;

    public ImmutableArray<SandboxPost> Posts => _sandbox.State.Posts;
    public ImmutableArray<SandboxLeadMagnet> LeadMagnets => _sandbox.State.LeadMagnets;
    public ImmutableArray<SandboxPost> DeletedPosts => _sandbox.State.DeletedPosts;
    public ImmutableArray<SandboxLeadMagnet> ArchivedLeadMagnets => _sandbox.State.ArchivedLeadMagnets;
    public ImmutableArray<SandboxMedium> Media => _sandbox.State.Media;

    /// <summary>What a person does by hand in LeadPanther.</summary>
    public ManualChanges Manual => new(_sandbox);

    /// <summary>Of this run, in the order of arrival.</summary>
    public ImmutableArray<SandboxRequest> Requests => _sandbox.Log.Requests;

    /// <summary>What was asked against the documentation. A good client leaves it empty.</summary>
    public ImmutableArray<SandboxViolation> Violations => _sandbox.Log.Violations;

    /// <summary>A plan that is set counts its requests from 1 again.</summary>
    public FaultPlan Faults
    {
        get => _sandbox.Faults.Plan;
        set => _sandbox.Faults.Plan = value;
    }

    /// <summary>Listens when it returns.</summary>
    public static async Task<SandboxServer> Start(SandboxOptions options, CancellationToken cancellationToken = default)
    {
        if (!IPAddress.IsLoopback(options.Address))
        {
            throw new GalleyException(
                $"The sandbox listens on loopback only, not on {options.Address}. Leave the address out, or give 127.0.0.1."
            );
        }

        var state = new SandboxState(options.Seed, options.Accounts, options.StateFile);
        var stopping = new CancellationTokenSource();
        try
        {
            var sandbox = new SandboxContext
            {
                Clock = options.Clock,
                Accounts = options.Accounts,
                State = state,
                Faults = new FaultSchedule(options.Faults),
                Latency = options.Latency,
                MaxPageSize = options.MaxPageSize,
                Stopping = stopping.Token,
            };
            var listener = await Listener.Start(
                sandbox,
                new IPEndPoint(options.Address, options.Port),
                cancellationToken
            );
            sandbox.StorageUrl = listener.Url(listener.StoragePort);
            state.Started(listener.Port, listener.StoragePort);
            return new SandboxServer(sandbox, listener, stopping);
        }
        catch
        {
            stopping.Dispose();
            state.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _listener.DisposeAsync();
        _sandbox.State.Dispose();
        _stopping.Dispose();
    }
}
