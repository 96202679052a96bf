using Galley.Api;
using Galley.Cli.Hosting;
using Galley.Content;
using Galley.LeadPanther;
using Galley.LeadPanther.Http;
using Galley.LeadPanther.Keys;
using Galley.LeadPanther.Routing;

namespace Galley.Cli.Workspaces;

/// <summary>The API at the URL of the environment, with one connection for each key: clients with the same key share it.</summary>
internal sealed class ApiClients : IDisposable
{
    private readonly ApiKeys _keys;
    private readonly TimeProvider _clock;
    private readonly Dictionary<ApiKey, LeadPantherClient> _byKey = [];

    /// <param name="slugs">All clients of the content; empty when there is no content.</param>
    public ApiClients(Shell shell, TimeProvider clock, IEnumerable<string> slugs)
    {
        Url = ApiUrl.Read(shell.Environment);
        _keys = ApiKeys.Read(shell.Environment, slugs);
        _clock = clock;
    }

    public ApiUrl Url { get; }

    /// <summary>The key of one client, or the one that serves all.</summary>
    /// <param name="slug">Null for the latter.</param>
    public ApiKey KeyFor(string? slug) => slug is null ? _keys.Default() : _keys.For(slug);

    public ILeadPanther Default() => With(_keys.Default());

    public ILeadPanther For(Client client) => For(client.Slug);

    public ILeadPanther For(string slug) => With(_keys.For(slug));

    /// <summary>For what needs no key.</summary>
    public ILeadPanther WithoutKey() => With(ApiKey.None);

    /// <summary>Null where the environment holds no key for the client.</summary>
    public ILeadPanther? TryFor(Client client) => _keys.TryFor(client.Slug) is { } key ? With(key) : null;

    /// <summary>Before anything that decides by the time what other machines do.</summary>
    /// <param name="check">Null: nothing is compared.</param>
    /// <exception cref="GalleyException">This machine's clock is off.</exception>
    public async Task RefuseClockThatIsOff(ClockCheck? check, CancellationToken cancellationToken)
    {
        if (check is not null && await check.WhyOff(WithoutKey(), cancellationToken) is { } off)
        {
            throw new GalleyException(off);
        }
    }

    public void Dispose()
    {
        foreach (var client in _byKey.Values)
        {
            client.Dispose();
        }
    }

    private LeadPantherClient With(ApiKey key)
    {
        lock (_byKey)
        {
            if (_byKey.TryGetValue(key, out var known))
            {
                return known;
            }

            return _byKey[key] = LeadPantherClient.Create(
                new ClientOptions
                {
                    ApiUrl = Url,
                    ApiKey = key,
                    TimeProvider = _clock,
                    Version = ProductVersion.Version,
                }
            );
        }
    }
}
