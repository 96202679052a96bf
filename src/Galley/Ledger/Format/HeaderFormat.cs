using System.Collections.Immutable;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace Galley.Ledger.Format;

internal sealed record HeaderFile
{
    public int Format { get; init; }
    public string? LedgerId { get; init; }
    public string? Api { get; init; }
    public SortedDictionary<string, string>? Clients { get; init; }
    public SortedDictionary<string, string>? NotOffered { get; init; }
}

/// <summary>ledger.json as text.</summary>
internal static class HeaderFormat
{
    public const string FileName = "ledger.json";
    private const int Current = 1;

    public static LedgerHeader New(string ledgerId) =>
        new(Current, ledgerId, Api: null, ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal));

    public static byte[] Write(LedgerHeader header)
    {
        var file = new HeaderFile
        {
            Format = header.Format,
            LedgerId = header.LedgerId,
            Api = header.Api,
            Clients = new SortedDictionary<string, string>(header.Clients, StringComparer.Ordinal),
            NotOffered = header.NotOffered.IsEmpty ? null : Written(header.NotOffered),
        };
        return [.. JsonSerializer.SerializeToUtf8Bytes(file, LedgerJson.File.HeaderFile), (byte)'\n'];
    }

    /// <param name="name">The file's name for people.</param>
    public static LedgerHeader Read(byte[] bytes, string name)
    {
        try
        {
            var file = JsonSerializer.Deserialize(bytes, LedgerJson.File.HeaderFile);
            if (file is { Format: > Current })
            {
                throw new GalleyException(
                    $"{name} has format {file.Format}, which a newer Galley wrote. Update Galley, then run this again."
                );
            }

            if (file is not { Format: Current, LedgerId.Length: > 0, Clients: not null })
            {
                throw new LedgerDamagedException(name, 1, "its format, ledger_id or clients are missing");
            }

            return new LedgerHeader(
                file.Format,
                file.LedgerId,
                file.Api,
                file.Clients.ToImmutableSortedDictionary(StringComparer.Ordinal)
            )
            {
                NotOffered = (file.NotOffered ?? []).ToImmutableSortedDictionary(
                    pair => pair.Key,
                    pair =>
                        InstantPattern.ExtendedIso.Parse(pair.Value) is { Success: true, Value: var at }
                            ? at
                            : throw new LedgerDamagedException(
                                name,
                                1,
                                $"`not_offered` holds \"{pair.Value}\", which is not a time"
                            ),
                    StringComparer.Ordinal
                ),
            };
        }
        catch (JsonException e)
        {
            throw new LedgerDamagedException(
                name,
                (int)(e.LineNumber ?? 0) + 1,
                "Galley did not write this ledger.json"
            );
        }
    }

    /// <summary>The header with an operation that the API was found not to offer.</summary>
    public static LedgerHeader Lack(LedgerHeader header, string operation, Instant at) =>
        header with
        {
            NotOffered = header.NotOffered.SetItem(operation, at),
        };

    private static SortedDictionary<string, string> Written(ImmutableSortedDictionary<string, Instant> times) =>
        new(
            times.ToDictionary(pair => pair.Key, pair => InstantPattern.ExtendedIso.Format(pair.Value)),
            StringComparer.Ordinal
        );

    /// <summary>The header with the client tied to an API and owner; refuses any other than it is tied to already.</summary>
    public static LedgerHeader Bind(LedgerHeader header, LedgerBinding binding)
    {
        if (header.Api is { } api && api != binding.Api)
        {
            throw new GalleyException(
                $"The ledger {header.LedgerId} belongs to {api}, and this run would send to {binding.Api}. "
                    + $"Set LEADPANTHER_API_URL to {api}, or name another ledger with --ledger."
            );
        }

        var owner = header.Clients.GetValueOrDefault(binding.Account, "");
        if (owner.Length > 0 && owner != binding.Owner)
        {
            throw new GalleyException(
                $"The ledger holds client {binding.Account} for the LeadPanther account {owner}, and the key in use belongs to "
                    + $"{binding.Owner}. Use the key of {owner}."
            );
        }

        return header with
        {
            Api = binding.Api,
            Clients = header.Clients.SetItem(binding.Account, binding.Owner),
        };
    }

    /// <summary>The header with the client in it, its owner still unknown ("") unless it is listed.</summary>
    public static LedgerHeader List(LedgerHeader header, string account) =>
        header.Clients.ContainsKey(account) ? header : header with { Clients = header.Clients.Add(account, "") };
}
