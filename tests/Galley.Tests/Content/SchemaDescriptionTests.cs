using System.Text.Json;
using Galley.Content.Schemas;

namespace Galley.Tests.Content;

/// <summary>Editors and programs show the descriptions.</summary>
internal sealed class SchemaDescriptionTests
{
    [TestCase("plan")]
    [TestCase("ledger-event")]
    [TestCase("metrics-line")]
    public void Schema_EveryField_IsDescribed(string name)
    {
        using var stream = typeof(ContentSchema).Assembly.GetManifestResourceStream($"schemas/{name}.schema.json")!;
        using var schema = JsonDocument.Parse(stream);

        Assert.That(Undescribed(schema.RootElement, name), Is.Empty);
    }

    private static IEnumerable<string> Undescribed(JsonElement schema, string path)
    {
        foreach (var group in new[] { "properties", "patternProperties", "definitions" })
        {
            if (!schema.TryGetProperty(group, out var fields))
            {
                continue;
            }

            foreach (var field in fields.EnumerateObject())
            {
                if (!field.Value.TryGetProperty("description", out _) && !field.Value.TryGetProperty("$ref", out _))
                {
                    yield return $"{path}.{field.Name}";
                }

                foreach (var inside in Undescribed(field.Value, $"{path}.{field.Name}"))
                {
                    yield return inside;
                }
            }
        }
    }
}
