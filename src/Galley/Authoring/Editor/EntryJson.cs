using System.Text.Json.Serialization;

namespace Galley.Authoring.Editor;

/// <summary>How the page and Galley talk to each other.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(EntryRequest))]
[JsonSerializable(typeof(EntryReport))]
public sealed partial class EntryJson : JsonSerializerContext;
