using System.Diagnostics;
using Galley.Testing.Http;

namespace Galley.Testing.Remotes;

/// <summary>
/// <c>git daemon</c> in its inetd mode: one process for each connection, so that no port is guessed and nothing
/// outlives a test.
/// </summary>
public sealed class DaemonGitHost : GitHost
{
    public const string Program = "git-daemon";

    private readonly string _folder;
    private readonly LoopbackServer _server;

    /// <param name="folder">Holds the repositories.</param>
    public DaemonGitHost(string folder) => (_folder, _server) = (folder, LoopbackServer.Conversing(Converse));

    public override string UrlOf(string repository) =>
        $"{_server.Url.Replace("http:", "git:", StringComparison.Ordinal)}/{repository}";

    public override ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task Converse(LoopbackConnection connection, CancellationToken cancellationToken)
    {
        using var daemon = Start(
            [
                "daemon",
                "--inetd",
                "--log-destination=none",
                "--export-all",
                "--enable=receive-pack",
                $"--base-path={_folder}",
            ],
            new Dictionary<string, string>()
        );
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            await using var client = connection.Stream();
            var line = new Line(client, daemon, TakeCut);
            var asking = line.PassQuestions(over.Token);
            await line.PassAnswers(over.Token);
            await daemon.WaitForExitAsync(over.Token);
            await over.CancelAsync();
            await asking.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (line.IsCut)
            {
                connection.Reset();
            }
        }
        finally
        {
            End(daemon);
        }
    }

    /// <summary>Both directions of one conversation.</summary>
    private sealed class Line(Stream client, Process daemon, Func<Cut> takeCut)
    {
        private volatile bool _isCut;

        public bool IsCut => _isCut;

        /// <summary>
        /// A client's first words name the service; with a push, what follows the host's list of branches is the push
        /// itself.
        /// </summary>
        public async Task PassQuestions(CancellationToken cancellationToken)
        {
            await using var host = daemon.StandardInput.BaseStream;
            var buffer = new byte[64 * 1024];
            var first = await client.ReadAsync(buffer, cancellationToken);
            var isPush = buffer.AsSpan(0, first).IndexOf("git-receive-pack"u8) >= 0;
            await Pass(host, buffer.AsMemory(0, first), cancellationToken);
            for (int count; (count = await client.ReadAsync(buffer, cancellationToken)) > 0; )
            {
                var cut = isPush && !_isCut ? takeCut() : Cut.None;
                _isCut |= cut != Cut.None;
                await Pass(host, buffer.AsMemory(0, cut == Cut.BeforeItIsTaken ? count / 2 : count), cancellationToken);
                if (cut == Cut.BeforeItIsTaken)
                {
                    return;
                }
            }
        }

        public async Task PassAnswers(CancellationToken cancellationToken)
        {
            var buffer = new byte[64 * 1024];
            for (int count; (count = await daemon.StandardOutput.BaseStream.ReadAsync(buffer, cancellationToken)) > 0; )
            {
                if (!_isCut)
                {
                    await client.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
                }
            }
        }

        private static async Task Pass(Stream host, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
        {
            await host.WriteAsync(bytes, cancellationToken);
            await host.FlushAsync(cancellationToken);
        }
    }
}
