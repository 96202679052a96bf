namespace Galley;

/// <summary>What a command's exit code means. When several apply, the highest need wins: 1, 6, 5, 3, 4, 2.</summary>
public enum ExitCode
{
    Fine = 0,
    Error = 1,
    Changes = 2,
    ContentInvalid = 3,
    PersonNeeded = 4,
    SomeFailed = 5,
    Refused = 6,
    Interrupted = 130,
}
