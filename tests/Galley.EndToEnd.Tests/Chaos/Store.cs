namespace Galley.EndToEnd.Tests.Chaos;

/// <summary>Where a ledger is kept.</summary>
internal enum Store
{
    Folder,
    Branch,
}
