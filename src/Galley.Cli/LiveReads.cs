using Galley.Ledger;
using Galley.Refreshing;

namespace Galley.Cli;

/// <summary>The reader of what is live, with a line of progress every ten seconds of real time.</summary>
internal static class LiveReads
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    /// <summary>Reads all that is live, and says what could not be read.</summary>
    public static async Task<LiveReport> Of(Shell shell, Common common, LeadPanthers api, ILedger ledger, Workspace workspace)
    {
        var live = await Reader(shell, common, api, ledger).Read(ledger, workspace.Clients(), shell.Stop);
        foreach (var failure in live.Failures) shell.Error.WriteLine($"galley: {failure}");
        return live;
    }

    public static LiveReader Reader(Shell shell, Common common, LeadPanthers api, ILedger ledger)
    {
        var gate = new Lock();
        var last = shell.Clock.GetTimestamp();
        return new LiveReader(api.For, ledger.Header) { Progress = common.IsQuiet ? (_, _) => { } : Say };

        void Say(int done, int all)
        {
            lock (gate)
            {
                if (shell.Clock.GetElapsedTime(last) < Pause) return;
                last = shell.Clock.GetTimestamp();
            }

            shell.Error.WriteLine($"Read {done} of {all} objects.");
        }
    }
}
