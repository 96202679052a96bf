using System.Text;

namespace Galley;

/// <param name="Why">What git wrote to stderr, fit to be shown.</param>
internal sealed record GitAnswer(int ExitCode, byte[] Output, string Why)
{
    public bool IsFine => ExitCode == 0;

    /// <summary>Without white space at its ends.</summary>
    public string Text => Encoding.UTF8.GetString(Output).Trim();
}
