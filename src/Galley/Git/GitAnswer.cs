using System.Text;

namespace Galley.Git;

/// <param name="Why">What git wrote to stderr, ready to show.</param>
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

    /// <summary>The remote asks for a login, over HTTP or ssh, so another try would not help.</summary>
    public bool WantsLogin => !IsFine && Login.Any(words => Why.Contains(words, StringComparison.Ordinal));

    /// <summary>The output as text, without white space at both ends.</summary>
    public string Text => Encoding.UTF8.GetString(Output).Trim();
}
