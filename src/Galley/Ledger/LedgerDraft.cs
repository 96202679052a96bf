using Galley.Ledger.Events;
using Galley.Ledger.Format;
using Galley.Ledger.Stores;

namespace Galley.Ledger;

/// <summary>What the next append is to be: writes put upon one view of the ledger.</summary>
internal sealed class LedgerDraft(LedgerView view, string run, Func<string, Task<LedgerFile>> read)
{
    private readonly SortedDictionary<string, LedgerFile> _files = new(StringComparer.Ordinal);
    private readonly List<(PendingWrite Write, int Added)> _accepted = [];
    private readonly List<LedgerEvent> _events = [];
    private readonly Dictionary<string, int> _opened = new(StringComparer.Ordinal);

    public LedgerHeader Header { get; private set; } = view.Header;
    public IReadOnlyDictionary<string, LedgerFile> Files => _files;
    public bool IsEmpty => _events.Count == 0 && ReferenceEquals(Header, view.Header);

    /// <summary>Puts a write in, or ends it as refused.</summary>
    public async Task Add(PendingWrite write)
    {
        var file = _files.GetValueOrDefault(write.Account) ?? await read(write.Account);
        if (write is PendingWrite.Conditional conditional && !IsStillAsSeen(file, conditional))
        {
            write.Outcome.SetResult(PendingWrite.Refused);
            return;
        }

        if (write is PendingWrite.Withdrawal withdrawal && !file.Holds(withdrawal.IntentId))
        {
            _accepted.Add((write, 0));
            return;
        }

        // An earlier try may have arrived although its answer did not: our event ids tell.
        var missing = write.Events.Where(e => !file.Holds(e.Stamp!.Id)).ToList();
        PutInHeader(write);
        _files[write.Account] = file.Append(missing);
        _events.AddRange(missing);
        _opened[write.Account] =
            _opened.GetValueOrDefault(write.Account)
            + missing.Count(e => e is Intended)
            - missing.Count(e => e is IntentEnd);
        _accepted.Add((write, missing.Count));
    }

    /// <summary>
    /// Files in which intents end come before those in which others begin: a folder's are written one after the other, and a
    /// crash between them leaves no more open than there are slots.
    /// </summary>
    public StoreChange Change() =>
        new(
            [
                .. _files
                    .OrderBy(f => _opened[f.Key])
                    .Select(f => new FileAppend(LedgerView.FileOf(f.Key), f.Value.Content, f.Value.Stored)),
            ],
            ReferenceEquals(Header, view.Header) ? null : HeaderFormat.Write(Header),
            CommitMessage.For(_events, view.Header, Header, run)
        );

    public void Settle()
    {
        foreach (var (write, added) in _accepted)
        {
            write.Outcome.SetResult(added);
        }
    }

    private void PutInHeader(PendingWrite write)
    {
        var header = write switch
        {
            PendingWrite.Binding binding => HeaderFormat.Bind(Header, binding.To),
            PendingWrite.NotOffered lack => HeaderFormat.Lack(Header, lack.Operation, lack.At),
            _ => HeaderFormat.List(Header, write.Account),
        };
        // Equal by value is unchanged: a ledger that is bound already is not written again.
        if (ReferenceEquals(header, Header))
        {
            return;
        }

        if (
            header.Api != Header.Api
            || !header.Clients.SequenceEqual(Header.Clients)
            || !header.NotOffered.SequenceEqual(Header.NotOffered)
        )
        {
            Header = header;
        }
    }

    // An earlier try that arrived stands in the file already.
    private bool IsStillAsSeen(LedgerFile file, PendingWrite.Conditional write) =>
        write.Events.All(e => file.Holds(e.Stamp!.Id)) || file.IsOnlyOf(run, write.LastSeen);
}
