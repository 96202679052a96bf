using System.Globalization;
using System.Text;
using Galley.Testing.Http;

namespace Galley.Testing.Remotes;

/// <summary>Smart HTTP: <c>git http-backend</c> as a CGI program behind a server of its own.</summary>
public sealed class HttpGitHost : GitHost
{
    public const string Program = "git-http-backend";

    private readonly string _folder;
    private readonly LoopbackServer _server;

    /// <param name="folder">Holds the repositories.</param>
    public HttpGitHost(string folder) => (_folder, _server) = (folder, LoopbackServer.Conversing(Converse));

    /// <summary>A status that answers everything; null: the host does its work.</summary>
    public int? Refusal { get; set; }

    public IReadOnlyList<ReceivedRequest> Requests => _server.Requests;

    public override string UrlOf(string repository) => $"{_server.Url}/{repository}";

    public override ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task Converse(LoopbackConnection connection, CancellationToken cancellationToken)
    {
        while (await connection.ReadRequest(cancellationToken) is { } request)
        {
            if (Refusal is { } status)
            {
                await connection.Write(
                    Reply.From(status, "text/plain", "no\n", "WWW-Authenticate: Basic realm=\"ledger\""),
                    cancellationToken
                );
                continue;
            }

            var cut =
                request is { Method: "POST" } && request.Target.EndsWith("/git-receive-pack", StringComparison.Ordinal)
                    ? TakeCut()
                    : Cut.None;
            var answer = cut == Cut.BeforeItIsTaken ? null : await Ask(request, cancellationToken);
            if (cut == Cut.None)
            {
                await connection.Write(answer!, cancellationToken);
            }
            else
            {
                connection.Reset();
            }

            if (cut != Cut.None)
            {
                return;
            }
        }
    }

    private async Task<byte[]> Ask(ReceivedRequest request, CancellationToken cancellationToken)
    {
        using var backend = Start(["http-backend"], Environment(request));
        try
        {
            using var answer = new MemoryStream();
            var reading = backend.StandardOutput.BaseStream.CopyToAsync(answer, cancellationToken);
            await backend.StandardInput.BaseStream.WriteAsync(request.Body.AsMemory(), cancellationToken);
            backend.StandardInput.Close();
            await reading;
            return Http(answer.ToArray());
        }
        finally
        {
            End(backend);
        }
    }

    private Dictionary<string, string> Environment(ReceivedRequest request)
    {
        var target = request.Target.Split('?', 2);
        return new Dictionary<string, string>
        {
            ["GIT_PROJECT_ROOT"] = _folder,
            ["GIT_HTTP_EXPORT_ALL"] = "1",
            // Whoever has logged in may push.
            ["REMOTE_USER"] = "somebody",
            ["REMOTE_ADDR"] = "127.0.0.1",
            ["REQUEST_METHOD"] = request.Method,
            ["PATH_INFO"] = target[0],
            ["QUERY_STRING"] = target.Length > 1 ? target[1] : "",
            ["CONTENT_TYPE"] = request.Header("Content-Type") ?? "",
            ["CONTENT_LENGTH"] = request.Body.Length.ToString(CultureInfo.InvariantCulture),
            ["HTTP_CONTENT_ENCODING"] = request.Header("Content-Encoding") ?? "",
            ["GIT_PROTOCOL"] = request.Header("Git-Protocol") ?? "",
        };
    }

    /// <summary>A CGI program's answer as HTTP: the status is a header there.</summary>
    private static byte[] Http(byte[] answer)
    {
        var end = answer.AsSpan().IndexOf("\r\n\r\n"u8);
        var headers = Encoding
            .Latin1.GetString(answer, 0, end)
            .Split("\r\n")
            .ToLookup(header => header.StartsWith("Status:", StringComparison.Ordinal));
        var status = headers[true].FirstOrDefault() is { } line ? line["Status:".Length..].Trim() : "200 OK";
        string[] head = [$"HTTP/1.1 {status}", $"Content-Length: {answer.Length - end - 4}", .. headers[false], "", ""];
        return [.. Encoding.Latin1.GetBytes(string.Join("\r\n", head)), .. answer.AsSpan(end + 4)];
    }
}
