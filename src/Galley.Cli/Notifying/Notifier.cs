using System.Net.Http.Headers;
using System.Text;
using Galley.Cli.Hosting;
using Galley.Content;
using Galley.Rendering.Notices;

namespace Galley.Cli.Notifying;

/// <summary>
/// Tells the address that <c>notify_url</c> names. Whatever happens there changes no result and no exit code: it is one
/// sentence in the log, and the run tells nothing more.
/// </summary>
internal sealed class Notifier(Shell shell, TimeProvider clock)
{
    /// <summary>For one message. A run waits no longer for a channel that hangs.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private string? _variable;
    private bool _isOff;
    private bool _hasTold;

    /// <summary>Nothing is told before the settings are known.</summary>
    public void Use(Settings settings) => _variable = settings.NotifyUrl;

    /// <summary>Tells each once, in its order; stops at the first that can't be told.</summary>
    public async Task Tell(params IEnumerable<Notice?> notices)
    {
        var all = notices.OfType<Notice>().ToList();
        if (_variable is null || _isOff || all.Count == 0)
        {
            return;
        }

        _hasTold = true;
        if (shell.Environment(_variable) is not { Length: > 0 } value)
        {
            GiveUp($"the environment variable {_variable} is not set");
            return;
        }

        if (NotifyAddress.TryParse(value) is not { } address)
        {
            GiveUp($"{_variable} does not hold an address that begins with https://");
            return;
        }

        using var client = Client();
        foreach (var notice in all)
        {
            if (await WhyNot(client, address, notice) is { } why)
            {
                GiveUp(why);
                return;
            }
        }
    }

    /// <summary>Runs a command, and tells of the error that ends it, unless its result told already.</summary>
    public async Task<int> Around(string run, Func<Task<int>> command)
    {
        try
        {
            return await command();
        }
        catch (Exception failure)
            when (!_hasTold && failure is (GalleyException or IOException or UnauthorizedAccessException))
        {
            await Tell(NoticesOf.Failure(run, failure.Message));
            throw;
        }
    }

    /// <summary>Null once it is told. Never the failure's own words, which may name the address.</summary>
    private async Task<string?> WhyNot(HttpClient client, NotifyAddress address, Notice notice)
    {
        // Also after Ctrl-C: what was sent is told.
        using var deadline = new CancellationTokenSource(Patience, clock);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, address.Uri)
            {
                Content = new StringContent(
                    address.IsTeams ? notice.ToTeamsCard() : notice.ToJson(),
                    Encoding.UTF8,
                    "application/json"
                ),
            };
            request.Headers.UserAgent.Add(new ProductInfoHeaderValue("galley", ProductVersion.Version));
            using var response = await client.SendAsync(
                request,
                HttpCompletionOption.ResponseHeadersRead,
                deadline.Token
            );
            return response.IsSuccessStatusCode ? null : $"it answered {(int)response.StatusCode}";
        }
        catch (OperationCanceledException)
        {
            return $"it did not answer within {Patience.TotalSeconds:0} seconds";
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or UriFormatException)
        {
            return "it could not be reached";
        }
    }

    private void GiveUp(string why)
    {
        _isOff = true;
        shell.Error.WriteLine($"galley: notify_url was not told: {why}. This does not change the result.");
    }

    private static HttpClient Client() =>
#pragma warning disable RS0030 // The one place that opens connections to the address of notify_url.
        new(
            new SocketsHttpHandler
            {
                // A redirect would carry the words to an address that nobody wrote down.
                AllowAutoRedirect = false,
                UseCookies = false,
                ActivityHeadersPropagator = null,
            },
            disposeHandler: true
        )
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
#pragma warning restore RS0030
}
