using Galley.Sandbox.Requests;
using Galley.Sandbox.Responses;
using Galley.Sandbox.State;

namespace Galley.Sandbox.Operations.Objects;

/// <summary>What a change without a look right before it does wrong.</summary>
internal static class Unread
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
