using Galley.Diagnostics;

namespace Galley.Rendering;

/// <summary>How a severity is written, everywhere.</summary>
public static class SeverityName
{
    public static string For(Severity severity) =>
        severity switch
        {
            Severity.Error => "error",
            Severity.Warning => "warning",
            Severity.Note => "note",
            _ => throw new ArgumentOutOfRangeException(nameof(severity), severity, null),
        };
}
