namespace Galley;

/// <summary>
/// A failure outside the content: network, ledger, git, files, arguments. The message is one sentence that says what to
/// do next and may be shown to anybody: it holds no secret.
/// </summary>
public class GalleyException(string message, ExitCode exitCode = ExitCode.Error, Exception? inner = null)
    : Exception(message, inner)
{
    public ExitCode ExitCode { get; } = exitCode;
}
