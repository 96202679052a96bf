using System.Text.Json.Nodes;
using Galley.Api;
using Galley.Payloads;

namespace Galley.Applying.Changing;

/// <summary>The body of a PATCH: the top-level fields that change, named as in the create, and no others.</summary>
internal static class ChangePatch
{
    /// <param name="baseline">What was sent last.</param>
    /// <param name="there">What LeadPanther shows now: over drift, what somebody changed there goes back, too.</param>
    public static string Write(Payload baseline, Payload desired, LiveObject there)
    {
        var wire = Wire(desired);
        var patch = Changed(baseline, desired);
        foreach (var found in WireComparison.Differences(wire, there.Fields))
        {
            var field = found.Field.Split('.')[0];
            patch[field] = wire[field]?.DeepClone();
        }

        foreach (var field in patch.Select(field => field.Key).Where(field => Shows(there, field, wire)).ToList())
        {
            patch.Remove(field);
        }

        return WireJson.Write(patch);
    }

    /// <summary>What the file changes since it was sent last.</summary>
    public static JsonObject Changed(Payload baseline, Payload desired) =>
        baseline.Wire is { } before
            ? WireComparison.Changed(WireComparison.Parse(before), Wire(desired))
            : Wire(desired);

    public static JsonObject Wire(Payload payload) => WireComparison.Parse(payload.Wire!);

    /// <summary>Whether a field stands there already as it is to be.</summary>
    private static bool Shows(LiveObject there, string field, JsonObject wire) =>
        there.Shows(field)
        && WireComparison.Differences(new JsonObject { [field] = wire[field]?.DeepClone() }, there.Fields).IsEmpty;
}
