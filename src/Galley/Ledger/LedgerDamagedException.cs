namespace Galley.Ledger;

/// <summary>The first place where a ledger is not what Galley wrote. Nothing is planned or sent from a damaged ledger.</summary>
/// <param name="file">As people name it: a path, or <c>branch:file</c>.</param>
public sealed class LedgerDamagedException(string file, int line, string what)
    : GalleyException(
        $"The ledger is damaged at {file}:{line}: {what}. Put the file back as Galley wrote it (from a backup, or from the branch's "
            + "history), then check it with `galley ledger verify`."
    )
{
    public string File { get; } = file;

    /// <summary>From 1.</summary>
    public int Line { get; } = line;

    public string What { get; } = what;
}
