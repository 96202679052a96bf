using Galley.Planning;
using Galley.Rendering.Json.Documents;

namespace Galley.Rendering.Json;

/// <summary>plan.json, and a plan read back from it. What no file holds stays empty: clients' names.</summary>
public static class PlanJson
{
    public static void Write(TextWriter to, Plan plan) =>
        RenderingJson.Write(to, PlanDocument.From(plan), RenderingJson.Default.PlanDocument);

    /// <param name="name">The file's, for messages.</param>
    public static Plan Parse(string json, string name) =>
        RenderingJson.Read(
            json,
            $"{name} is not a plan that `galley plan --out` saved. Make it again.",
            RenderingJson.Default.PlanDocument,
            document => document.ToPlan()
        );
}
