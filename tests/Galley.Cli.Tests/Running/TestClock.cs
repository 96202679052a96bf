namespace Galley.Cli.Tests.Running;

internal static class TestClock
{
#pragma warning disable RS0030 // In-process runs start their clock with --now; the system's only ticks it on.
    public static TimeProvider System => TimeProvider.System;
#pragma warning restore RS0030
}
