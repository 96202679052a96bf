using Galley.Planning;

namespace Galley.Publishing;

/// <summary><c>limits.max_creates</c>: the guard against a mistake that would fill LeadPanther with what can't be deleted.</summary>
internal static class CreateLimit
{
    public static void Check(IEnumerable<PlannedClient> clients, int most)
    {
        var creates = clients.Sum(client => client.Creates().Count());
        if (creates <= most)
            return;
        throw new GalleyException(
            $"This apply would create {creates} objects in LeadPanther, and the limit is {most} a run (limits.max_creates in galley.yaml), so nothing was sent. "
            + $"If that many is right, run it again with --allow-creates {creates}, or raise limits.max_creates.",
            ExitCode.Refused);
    }
}
