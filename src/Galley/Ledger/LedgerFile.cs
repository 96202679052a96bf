using System.Collections.Immutable;
using System.Text.Json;
using Galley.Ledger.Events;
using Galley.Ledger.Format;

namespace Galley.Ledger;

/// <summary>One client's file, read and verified.</summary>
internal sealed record LedgerFile
{
    private ImmutableDictionary<string, int>? _places;
    private int _lastRunStart;

    public required ImmutableList<LedgerEvent> Events { get; init; }
    public required ClientLedger State { get; init; }

    /// <summary>The last line's sum.</summary>
    public required string Sum { get; init; }

    /// <summary>All whole lines. Ends with a line end unless empty.</summary>
    public ReadOnlyMemory<byte> Content => Bytes.All;

    /// <summary>How many bytes of <see cref="Content"/> the store holds.</summary>
    public required int Stored { get; init; }

    /// <summary>Bytes of an unfinished line after them: a write that never ended.</summary>
    public int Torn { get; init; }

    private AppendBuffer Bytes { get; init; }

    public static LedgerFile Empty(string ledgerId, string account) =>
        new()
        {
            Events = [],
            State = ClientLedger.Empty(account),
            Sum = HashChain.Start(ledgerId, account),
            Stored = 0,
        };

    /// <param name="name">The file's name for people.</param>
    /// <param name="tornIsDamage">A branch's file is written whole or not at all.</param>
    public static LedgerFile Read(byte[] bytes, string name, string ledgerId, string account, bool tornIsDamage)
    {
        var file = Empty(ledgerId, account);
        var events = file.Events.ToBuilder();
        int start = 0,
            line = 1;
        for (int end; (end = Array.IndexOf(bytes, (byte)'\n', start)) >= 0; start = end + 1, line++)
        {
            if (!TryNext(ref file, events, bytes.AsSpan(start, end - start), name, line))
            {
                throw new LedgerDamagedException(name, line, "this line, or one before it, is not as it was written");
            }
        }

        file = file with { Events = events.ToImmutable(), Bytes = AppendBuffer.From(bytes, start), Stored = start };
        return start == bytes.Length ? file : ReadTail(file, bytes, name, line, tornIsDamage);
    }

    public bool Holds(string eventId) => Places.ContainsKey(eventId);

    public LedgerEvent? Find(string eventId) => Places.TryGetValue(eventId, out var place) ? Events[place] : null;

    /// <summary>Whether no run but <paramref name="run"/> wrote anything behind the event; null stands for the file's start.</summary>
    public bool IsOnlyOf(string run, string? after)
    {
        var othersEnd = Events.Count > 0 && Events[^1].Stamp!.Run == run ? _lastRunStart : Events.Count;
        return (after is null ? 0 : Places.GetValueOrDefault(after, -1) + 1) >= othersEnd;
    }

    /// <summary>The file with the stamped events at its end, not stored yet.</summary>
    public LedgerFile Append(IEnumerable<LedgerEvent> events)
    {
        var (sum, state, all, places, start) = (Sum, State, Events, _places, _lastRunStart);
        using var added = new MemoryStream();
        foreach (var e in events)
        {
            (var line, sum) = HashChain.Seal(sum, LineFormat.Write(e));
            added.Write(line);
            added.WriteByte((byte)'\n');
            start = all.Count > 0 && all[^1].Stamp!.Run == e.Stamp!.Run ? start : all.Count;
            places = places?.SetItem(e.Stamp!.Id, all.Count);
            (state, all) = (LedgerFold.Apply(state, e), all.Add(e));
        }

        var bytes = Bytes.Append(added.GetBuffer().AsSpan(0, (int)added.Length));
        return this with
        {
            Sum = sum,
            State = state,
            Events = all,
            Bytes = bytes,
            _places = places,
            _lastRunStart = start,
        };
    }

    public LedgerFile AsStored() => this with { Stored = Content.Length, Torn = 0 };

    // The ids are gathered at the first question: most files are only read.
    private ImmutableDictionary<string, int> Places
    {
        get
        {
            if (_places is null)
            {
                var places = ImmutableDictionary.CreateBuilder<string, int>();
                foreach (var e in Events)
                {
                    places[e.Stamp!.Id] = places.Count;
                }

                _places = places.ToImmutable();
            }

            return _places;
        }
    }

    /// <summary>
    /// A write that was cut short leaves the beginning of a line. A whole line that lacks but its line end is kept: it may
    /// be an intent that was acted on. A whole line with anything else behind it was never written so.
    /// </summary>
    private static LedgerFile ReadTail(LedgerFile file, byte[] bytes, string name, int line, bool tornIsDamage)
    {
        var tail = bytes.AsSpan(file.Stored);
        if (tornIsDamage)
        {
            throw new LedgerDamagedException(name, line, "its last line is not whole");
        }

        var events = file.Events.ToBuilder();
        var whole = file;
        if (TryNext(ref whole, events, tail, name, line))
        {
            return whole with
            {
                Events = events.ToImmutable(),
                Bytes = AppendBuffer.From([.. bytes, (byte)'\n'], bytes.Length + 1),
                Stored = bytes.Length,
            };
        }

        if (TryNext(ref whole, events, tail[..^1], name, line))
        {
            throw new LedgerDamagedException(name, line, "the end of this line is not as it was written");
        }

        return file with
        {
            Torn = tail.Length,
        };
    }

    private static bool TryNext(
        ref LedgerFile file,
        ImmutableList<LedgerEvent>.Builder events,
        ReadOnlySpan<byte> bytes,
        string name,
        int line
    )
    {
        if (!HashChain.TryUnseal(file.Sum, bytes, out var json, out var sum))
        {
            return false;
        }

        var e = Parse(json, name, line);
        var start = events.Count > 0 && events[^1].Stamp!.Run == e.Stamp!.Run ? file._lastRunStart : events.Count;
        events.Add(e);
        file = file with { Sum = sum, State = LedgerFold.Apply(file.State, e), _lastRunStart = start };
        return true;
    }

    private static LedgerEvent Parse(byte[] json, string name, int line)
    {
        try
        {
            return LineFormat.Read(json).Event;
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            throw new GalleyException(
                $"{name}:{line} can't be read by this version of Galley ({e.Message}): update Galley, then run this again.",
                ExitCode.Error,
                e
            );
        }
    }
}
