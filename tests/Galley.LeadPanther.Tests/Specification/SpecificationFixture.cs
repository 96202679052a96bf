using System.Text.Json.Nodes;
using Galley.LeadPanther.Specification;

namespace Galley.LeadPanther.Tests.Specification;

internal static class SpecificationFixture
{
    public static JsonObject Operation(this JsonObject file, string method, string path) =>
        file["paths"]![path]![method]!.AsObject();

    /// <summary>The properties of its request's body.</summary>
    public static JsonObject Fields(this JsonObject operation) =>
        operation["requestBody"]!["content"]!["application/json"]!["schema"]!["properties"]!.AsObject();

    /// <summary>What differs or is missing.</summary>
    public static IEnumerable<Finding> Faults(this JsonObject file) =>
        SpecificationCheck
            .Compare(ApiSpecification.Read(file.ToJsonString(), "openapi.json"))
            .Where(finding => finding.Verdict != Verdict.Agrees);
}
