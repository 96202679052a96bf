using Galley.Content.Yaml;
using Galley.Diagnostics;
using Galley.Diagnostics.Codes;

namespace Galley.Content;

/// <summary>An exception that nobody expected, as a problem of the file that triggers it.</summary>
internal static class InternalError
{
    public static Fault From(Exception bug) =>
        new(ReadingCodes.InternalError, Position.Start, Message(bug), ReadingCodes.InternalError.Fix);

    public static string Message(Exception bug)
    {
        var place = new System.Diagnostics.StackTrace(bug).GetFrame(0)?.GetMethod() is { } method
            ? $" in {method.DeclaringType?.Name}.{method.Name}"
            : "";
        return $"Galley has a bug that this file triggers ({bug.GetType().Name}{place}).";
    }
}
