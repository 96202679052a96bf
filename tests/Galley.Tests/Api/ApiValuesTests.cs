using System.Text.Json.Nodes;
using Galley.Api;

namespace Galley.Tests.Api;

/// <summary>What authors may write is what Galley sends, so both tables must name the same values.</summary>
public class ApiValuesTests
{
    [TestCase("post", "status", "create-post", "status")]
    [TestCase("post", "followups.reaction.reaction_type", "create-post", "followups.reaction.reaction_type")]
    [TestCase("lead-magnet", "delivery_mode", "create-lead-magnet", "delivery_mode")]
    [TestCase("lead-magnet", "hosted_page.status", "update-lead-magnet", "hosted_page.status")]
    public void Sent_ValuesOfAField_AreThoseOfItsSchema(string schema, string property, string operation, string field)
    {
        var value = ApiValues.All.Single(known => known.Operation.Name == operation && known.Field == field);

        Assert.That(value.Values, Is.EquivalentTo(Allowed(schema, property)));
    }

    private static IEnumerable<string> Allowed(string schema, string property)
    {
        using var stream = typeof(ApiValues).Assembly.GetManifestResourceStream($"schemas/{schema}.schema.json")!;
        var at = property.Split('.').Aggregate(JsonNode.Parse(stream)!, (node, name) => node["properties"]![name]!);
        return at["enum"]!.AsArray().Select(text => text!.GetValue<string>());
    }
}
