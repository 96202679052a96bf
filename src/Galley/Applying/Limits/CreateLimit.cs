using Galley.Planning;

namespace Galley.Applying.Limits;

/// <summary><c>limits.max_creates</c>: the guard against a mistake that would fill LeadPanther with what can't be deleted.</summary>
internal static class CreateLimit
{
    /// <summary>A sentence that refuses; null when all is well.</summary>
    public static string? WhyNot(IEnumerable<PlannedClient> clients, ApplyOptions options)
    {
        var (here, most) = (clients.Sum(client => client.Creates().Count()), options.MaxCreates);
        var creates = here + options.CreatesElsewhere;
        // A share that has nothing left to send is no part of the mistake.
        if (creates <= most || here == 0)
        {
            return null;
        }

        return $"This apply{(options.CreatesElsewhere > 0 ? ", with its other shards," : "")} would create {Plural.Format(creates, "object")} in LeadPanther, and the limit is {most} a run (limits.max_creates in galley.yaml), so nothing was sent. "
            + $"If that many is right, run it again with --allow-creates {creates}, or raise limits.max_creates.";
    }
}
