#pragma warning disable RS0030 // The only place that uses the console, the environment and the system clock.
using System.Runtime.InteropServices;
using System.Text;

namespace Galley.Cli.Hosting;

/// <summary>The real shell. The first Ctrl-C or SIGTERM asks to stop; the second ends the process at once.</summary>
internal sealed class Terminal : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly PosixSignalRegistration[] _signals;

    public Terminal()
    {
        _signals = [On(PosixSignal.SIGINT), On(PosixSignal.SIGTERM)];
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        Shell = new Shell
        {
            In = new(() => Console.In),
            Out = new StreamWriter(Console.OpenStandardOutput(), utf8) { AutoFlush = true },
            Error = new StreamWriter(Console.OpenStandardError(), utf8) { AutoFlush = true },
            OpenInput = Console.OpenStandardInput,
            OpenOutput = Console.OpenStandardOutput,
            IsTerminal = !Console.IsOutputRedirected && !Console.IsErrorRedirected,
            Width = WidthOrDefault(),
            Environment = Environment.GetEnvironmentVariable,
            Directory = Directory.GetCurrentDirectory(),
            Clock = TimeProvider.System,
            Stop = _stop.Token,
        };
    }

    public Shell Shell { get; }

    public void Dispose()
    {
        foreach (var signal in _signals)
        {
            signal.Dispose();
        }

        _stop.Dispose();
    }

    private PosixSignalRegistration On(PosixSignal signal) => PosixSignalRegistration.Create(signal, context =>
        {
            context.Cancel = !_stop.IsCancellationRequested;
            _stop.Cancel();
        });

    private static int WidthOrDefault()
    {
        try
        {
            return Console.IsOutputRedirected || Console.WindowWidth <= 0 ? 100 : Console.WindowWidth;
        }
        catch (IOException)
        {
            return 100;
        }
    }
}
