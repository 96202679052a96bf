namespace Galley.Diagnostics;

public enum Severity
{
    Note,
    Warning,
    Error,
}
