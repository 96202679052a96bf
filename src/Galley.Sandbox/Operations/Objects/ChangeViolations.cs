using Galley.Sandbox.Requests;
using Galley.Sandbox.Responses;
using Galley.Sandbox.State;

namespace Galley.Sandbox.Operations.Objects;

/// <summary>Which changes are violations because of what their client had read, or not read.</summary>
internal static class ChangeViolations
{
    public static IEnumerable<string> Problem(ObjectRead? read, Call call) =>
        read is null ? [$"{call.Reader.Path} was not read by this key since it was last changed here"] : [];

    /// <summary>The client is at fault only if what it read showed the conflict: state and time may have changed since.</summary>
    public static Answer Conflict(string why, ObjectRead? read, List<string> problems)
    {
        if (read is { ShowedConflict: true })
        {
            problems.Add(why);
        }

        return Answer.Refuse(409, "conflict", why);
    }
}
