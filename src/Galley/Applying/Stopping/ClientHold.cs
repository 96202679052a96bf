using Galley.Applying.Results;
using Galley.Planning;

namespace Galley.Applying.Stopping;

/// <summary>Shut when a 403 says that this client's account is closed to us, or its ledger is damaged; other clients go on.</summary>
internal sealed class ClientHold
{
    private string? _why;

    public bool IsShut => Volatile.Read(ref _why) is not null;

    public void Shut(string why) => Interlocked.CompareExchange(ref _why, why, null);

    public ItemOutcome Hold(ApplyItem item) =>
        new(
            ApplyOutcome.Held,
            item with
            {
                Reason = Reason.Client,
                Sentence = $"Not sent, because this client is on hold. {_why}",
            }
        );
}
