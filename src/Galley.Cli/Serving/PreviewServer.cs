using System.Globalization;
using System.Threading.Channels;
using Galley.Content;
using Galley.Rendering.Preview;
using Microsoft.AspNetCore.Http;

namespace Galley.Cli.Serving;

/// <summary>A preview on loopback that is made anew when a file changes, and tells open pages to load themselves again.</summary>
internal sealed class PreviewServer : IAsyncDisposable
{
    private readonly string _contentRoot;
    private readonly Lock _gate = new();
    private readonly List<Channel<int>> _readers = [];
    private LoopbackServer _server = null!;
    private Dictionary<string, PreviewFile> _files = [];
    private int _version;

    private PreviewServer(string contentRoot) => _contentRoot = contentRoot;

    public Uri Url => _server.Url;

    /// <param name="files">There before the first question comes: a browser that is told "no such page" does not ask again.</param>
    public static async Task<PreviewServer> Start(
        int port,
        string contentRoot,
        IEnumerable<PreviewFile> files,
        CancellationToken cancellationToken
    )
    {
        var server = new PreviewServer(contentRoot);
        server.Show(files);
        server._server = await LoopbackServer.Start(port, server.Answer, cancellationToken);
        return server;
    }

    /// <summary>From now on these are the pages; whoever has one open sees the new one.</summary>
    public void Show(IEnumerable<PreviewFile> files)
    {
        var shown = files.ToDictionary(file => file.Path, StringComparer.Ordinal);
        lock (_gate)
        {
            _files = shown;
            _version++;
            foreach (var reader in _readers)
            {
                reader.Writer.TryWrite(_version);
            }
        }
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task Answer(HttpContext http)
    {
        var path = http.Request.Path.Value!.TrimStart('/');
        if (path == "_reload")
        {
            await Announce(http);
        }
        else
        {
            await Send(http.Response, path.Length == 0 ? "index.html" : path);
        }
    }

    private async Task Send(HttpResponse response, string path)
    {
        var (files, version) = Shown();
        if (!files.TryGetValue(path, out var file))
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            response.ContentType = "text/html; charset=utf-8";
            await response.WriteAsync(
                "<!DOCTYPE html><html lang=\"en\"><title>Gone</title><p>There is no such page now. <a href=\"/\">To the calendar</a>"
            );
            return;
        }

        response.ContentType = file.Media?.ContentType ?? "text/html; charset=utf-8";
        if (file.Text is { } text)
        {
            await response.WriteAsync(
                text.Replace(
                    "<head>\n",
                    FormattableString.Invariant($"<head>\n<meta name=\"galley-version\" content=\"{version}\">\n"),
                    StringComparison.Ordinal
                )
            );
        }
        else
        {
            await SendMedia(response, file.Media!);
        }
    }

    private async Task SendMedia(HttpResponse response, MediaFile media)
    {
        await using var bytes = MediaBytes.Open(_contentRoot, media);
        await bytes.CopyToAsync(response.Body);
    }

    /// <summary>A stream of events that never ends; each says that there is something new.</summary>
    private async Task Announce(HttpContext http)
    {
        var news = Channel.CreateBounded<int>(
            new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest }
        );
        using var over = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, _server.Stopping);
        http.Response.ContentType = "text/event-stream";
        lock (_gate)
        {
            _readers.Add(news);
            // A save may have come between the page and its question.
            if (http.Request.Query["shown"] != _version.ToString(CultureInfo.InvariantCulture))
            {
                news.Writer.TryWrite(_version);
            }
        }

        try
        {
            await http.Response.WriteAsync(": here\n\n", over.Token);
            await http.Response.Body.FlushAsync(over.Token);
            await foreach (var version in news.Reader.ReadAllAsync(over.Token))
            {
                await http.Response.WriteAsync(FormattableString.Invariant($"data: {version}\n\n"), over.Token);
                await http.Response.Body.FlushAsync(over.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The reader left, or the server ends.
        }
        finally
        {
            lock (_gate)
            {
                _readers.Remove(news);
            }
        }
    }

    private (Dictionary<string, PreviewFile> Files, int Version) Shown()
    {
        lock (_gate)
        {
            return (_files, _version);
        }
    }
}
