namespace Galley.Rules;

public enum Severity
{
    Note,
    Warning,
    Error,
}
