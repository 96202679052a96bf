namespace Galley.Cli.Output.Json;

/// <summary><c>ledger init</c>.</summary>
internal sealed record NewLedger(string LedgerId, string Ledger);
