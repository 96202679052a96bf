using Galley.Applying.Results;
using Galley.Cli.Hosting;
using Galley.Cli.Options;
using Galley.Cli.Output.Progress;
using Galley.Diagnostics;
using Galley.Planning;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace Galley.Cli.Tests.Output.Progress;

/// <summary>A log in which nothing happens for long must still say that somebody is at work.</summary>
internal sealed class PlainProgressViewTests
{
    private FakeTimeProvider _clock = null!;
    private StringWriter _log = null!;

    [SetUp]
    public void OpenLog() => (_clock, _log) = (new FakeTimeProvider(), new StringWriter { NewLine = "\n" });

    [TearDown]
    public void CloseLog() => _log.Dispose();

    [Test]
    public async Task Silence_OfTenSeconds_IsBrokenByALine()
    {
        var view = View();
        await view.During(() =>
        {
            view.Report(new ApplyEvent.Ended(ApplyOutcome.Done, new ApplyItem(Kind.Post, "northwind", "first")));
            for (var second = 0; second < 25; second++)
            {
                _clock.Advance(TimeSpan.FromSeconds(1));
            }

            return Task.FromResult(new ApplyResult());
        });
        _clock.Advance(TimeSpan.FromMinutes(1));

        Assert.That(
            _log.ToString(),
            Is.EqualTo("  done         post northwind/first\n  working      1 of 2 done\n  working      1 of 2 done\n")
        );
    }

    [Test]
    public async Task Quiet_SaysNothing()
    {
        var view = View("--quiet");
        await view.During(() =>
        {
            view.Report(new ApplyEvent.Ended(ApplyOutcome.Done, new ApplyItem(Kind.Post, "northwind", "first")));
            _clock.Advance(TimeSpan.FromMinutes(1));
            return Task.FromResult(new ApplyResult());
        });

        Assert.That(_log.ToString(), Is.Empty);
    }

    private PlainProgressView View(params string[] args)
    {
        var shell = new Shell
        {
            In = new(TextReader.Null),
            Out = TextWriter.Null,
            Error = _log,
            Environment = _ => null,
            Directory = "/",
            Clock = _clock,
        };
        return new PlainProgressView(
            shell,
            CommonOf(shell, args),
            new Plan
            {
                Now = Instant.FromUtc(2026, 6, 8, 9, 0),
                LedgerId = null,
                Diagnostics = [],
                Clients =
                [
                    new ClientPlan("northwind", "Northwind", "Europe/London", [Create("first"), Create("second")]),
                ],
            }
        );
    }

    private static CommonOptions CommonOf(Shell shell, string[] args)
    {
        var root = new System.CommandLine.Command("galley");
        CommonOptions.AddTo(root);
        return CommonOptions.Read(root.Parse(args), shell);
    }

    private static PlanAction Create(string key) =>
        new()
        {
            Type = ActionType.Create,
            Kind = Kind.Post,
            Key = key,
        };
}
