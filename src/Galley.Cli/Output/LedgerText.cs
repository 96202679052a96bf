using Galley.Diagnostics;
using Galley.Ledger;

namespace Galley.Cli.Output;

/// <summary>A whole ledger for people: client by client, object by object.</summary>
internal static class LedgerText
{
    public static void Write(TextWriter writer, LedgerInspection ledger)
    {
        var api = ledger.Header.Api is { } url ? $"of {url}" : "not bound to an API yet";
        writer.WriteLine($"Ledger {ledger.Header.LedgerId}, {api}");
        foreach (var file in ledger.Files.Where(file => file.Damage is null))
        {
            var objects = Plural.Format(file.State.Objects.Count, "object");
            writer.WriteLine($"{file.Name}: {objects}, {Plural.Format(file.EventCount, "event")}");
            foreach (var one in InOrder(file.State))
            {
                writer.WriteLine(
                    $"  {Describe(one.State), -14} {ContentKind.For(one.Kind).Name, -11} {one.Key}  {one.Id}"
                );
            }
        }
    }

    public static IEnumerable<LedgerObject> InOrder(ClientLedger ledger) =>
        ledger.Objects.Values.OrderBy(one => one.Kind).ThenBy(one => one.Key, StringComparer.Ordinal);

    private static string Describe(ObjectState state) =>
        state switch
        {
            ObjectState.NotSent => "not sent",
            ObjectState.Open => "in doubt",
            ObjectState.Live => "in LeadPanther",
            ObjectState.Retired => "retired",
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
        };
}
