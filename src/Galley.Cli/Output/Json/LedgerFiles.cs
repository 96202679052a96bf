using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Galley.Diagnostics;
using Galley.Ledger;

namespace Galley.Cli.Output.Json;

/// <summary><c>ledger show</c> and <c>ledger verify</c>.</summary>
internal sealed record LedgerFiles(
    string LedgerId,
    string? Api,
    bool Whole,
    ImmutableArray<LedgerFiles.ClientFile> Files
)
{
    /// <param name="withObjects">Whether each file lists its objects.</param>
    public static LedgerFiles From(LedgerInspection ledger, bool withObjects) =>
        new(
            ledger.Header.LedgerId,
            ledger.Header.Api,
            ledger.IsWhole,
            [
                .. ledger.Files.Select(file => new ClientFile(
                    file.Account,
                    file.Name,
                    file.EventCount,
                    file.Torn,
                    file.Damage?.Message,
                    withObjects ? [.. LedgerText.InOrder(file.State).Select(StoredObject.From)] : null
                )),
            ]
        );

    internal sealed record ClientFile(
        string Account,
        string Name,
        int Events,
        int TornBytes,
        string? Damage,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<StoredObject>? Objects
    );

    internal sealed record StoredObject(string Kind, string Key, string State, string? Id)
    {
        public static StoredObject From(LedgerObject from) =>
            new(ContentKind.For(from.Kind).Name, from.Key, NameOf(from.State), from.Id);

        private static string NameOf(ObjectState state) =>
            state switch
            {
                ObjectState.NotSent => "not-sent",
                ObjectState.Open => "in-doubt",
                ObjectState.Live => "live",
                ObjectState.Retired => "retired",
                _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
            };
    }
}
