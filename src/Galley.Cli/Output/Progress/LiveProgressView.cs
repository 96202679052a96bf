using Galley.Applying.Results;
using Galley.Cli.Hosting;
using Galley.Cli.Options;
using Galley.Planning;
using Galley.Rendering;
using Galley.Rendering.Text;
using Spectre.Console;
using Line = Spectre.Console.Text;

namespace Galley.Cli.Output.Progress;

/// <summary>For a person who watches: moving bars, problems above them at once, and a clear end.</summary>
internal sealed class LiveProgressView(Shell shell, CommonOptions common, Plan plan) : ProgressView
{
    private readonly Lock _gate = new();
    private readonly ApplyProgress _progress = new(plan);
    private readonly IAnsiConsole _console = Consoles.Live(shell, common);
    private readonly long _begun = shell.Clock.GetTimestamp();
    private LiveDisplayContext? _live;

    public override void Report(ApplyEvent value)
    {
        lock (_gate)
        {
            if (value is ApplyEvent.Ended ended)
            {
                _progress.Note(ended);
            }
            // The bars show what went well.
            if (
                value
                    is not (
                        ApplyEvent.Ended { Outcome: ApplyOutcome.Done }
                        or ApplyEvent.UploadEnded
                        or ApplyEvent.Begun
                    )
                && ProgressMessages.For(value) is { } words
            )
            {
                _console.Write(new Line(VisibleText.From(words), Styles.Careful));
                _console.WriteLine();
            }

            Draw();
        }
    }

    public override async Task<T> During<T>(Func<Task<T>> work)
    {
        if (_progress.All == 0)
        {
            return await work();
        }

        return await _console
            .Live(Picture())
            .AutoClear(true)
            .StartAsync(async live =>
            {
                lock (_gate)
                {
                    _live = live;
                }

                await using var timer = shell.Clock.CreateTimer(
                    _ => Tick(),
                    null,
                    TimeSpan.FromSeconds(1),
                    TimeSpan.FromSeconds(1)
                );
                try
                {
                    return await work();
                }
                finally
                {
                    lock (_gate)
                    {
                        _live = null;
                    }
                }
            });
    }

    public override void End(ApplyResult result)
    {
        var console = Consoles.Create(shell.Out, shell, common);
        var (sign, words, style) = result.ExitCode switch
        {
            ExitCode.Fine => ('✓', "Done", Styles.Good),
            ExitCode.PersonNeeded => ('!', "Done, and something needs you", Styles.Careful),
            _ => ('×', "Not all went well", Styles.Bad),
        };
        console.Write(new Rule($"{sign} {words}") { Justification = Justify.Left, Style = style });
        shell.Out.Write(ApplyResultText.Write(result, listsDone: false));
    }

    private void Tick()
    {
        lock (_gate)
        {
            Draw();
        }
    }

    private void Draw() => _live?.UpdateTarget(Picture());

    private Spectre.Console.Rendering.IRenderable Picture() =>
        ProgressBars.For(
            _progress,
            shell.Clock.GetElapsedTime(_begun),
            shell.Stop.IsCancellationRequested,
            _console.Profile.Width
        );
}
