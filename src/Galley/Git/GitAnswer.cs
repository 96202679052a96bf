using System.Text;

namespace Galley.Git;

/// <param name="Why">What git wrote to stderr, fit to be shown.</param>
internal sealed record GitAnswer(int ExitCode, byte[] Output, string Why)
{
    private static readonly string[] Login =
    [
        "could not read Username",
        "could not read Password",
        "Authentication failed",
        "Permission denied (publickey",
    ];

    public bool IsFine => ExitCode == 0;

    /// <summary>The remote wants to know who is calling, over HTTP or ssh: asking it again would change nothing.</summary>
    public bool WantsLogin => !IsFine && Login.Any(words => Why.Contains(words, StringComparison.Ordinal));

    /// <summary>Without white space at its ends.</summary>
    public string Text => Encoding.UTF8.GetString(Output).Trim();
}
