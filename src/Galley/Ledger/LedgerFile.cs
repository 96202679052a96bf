using System.Collections.Immutable;
using System.Text.Json;
using Galley.Content;
using Galley.Ledger.Events;
using Galley.Ledger.Format;

namespace Galley.Ledger;

/// <summary>One client's file, read and verified.</summary>
internal sealed record LedgerFile
{
    private ImmutableHashSet<string>? _ids;
    private ImmutableHashSet<ObjectKey>? _told;

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

    // The ids are gathered at the first question: most files are only read.
    public bool Holds(string eventId) => (_ids ??= [.. Events.Select(e => e.Stamp!.Id)]).Contains(eventId);

    /// <summary>Whether any event is about an object, or was before it moved. Gathered as the ids are.</summary>
    public bool Tells(ObjectKey of) => (_told ??= [.. Events.SelectMany(Told)]).Contains(of);

    /// <summary>The file with the stamped events at its end, not stored yet.</summary>
    public LedgerFile Append(IEnumerable<LedgerEvent> events)
    {
        var (sum, state, all, ids, told) = (Sum, State, Events, _ids, _told);
        using var added = new MemoryStream();
        foreach (var e in events)
        {
            (var line, sum) = HashChain.Seal(sum, LineFormat.Write(e));
            added.Write(line);
            added.WriteByte((byte)'\n');
            (state, all, ids, told) = (
                LedgerFold.Apply(state, e),
                all.Add(e),
                ids?.Add(e.Stamp!.Id),
                told?.Union(Told(e))
            );
        }

        var bytes = Bytes.Append(added.GetBuffer().AsSpan(0, (int)added.Length));
        return this with { Sum = sum, State = state, Events = all, Bytes = bytes, _ids = ids, _told = told };
    }

    public LedgerFile AsStored() => this with { Stored = Content.Length, Torn = 0 };

    private static ObjectKey[] Told(LedgerEvent e) =>
        e switch
        {
            Moved moved => [new(moved.Kind, moved.Key), new(moved.Kind, moved.From)],
            ObjectEvent about => [new(about.Kind, about.Key)],
            _ => [],
        };

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
        events.Add(e);
        file = file with { Sum = sum, State = LedgerFold.Apply(file.State, e) };
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
