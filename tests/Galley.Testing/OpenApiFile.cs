using System.Text.Json.Nodes;
using Galley.Api;

namespace Galley.Testing;

/// <summary>An OpenAPI file that agrees with all that Galley uses, made from the tables. A test changes what it is about.</summary>
public static class OpenApiFile
{
    public const string Server = "https://app.leadpanther.ai/api/v1";

    public static JsonObject Agreeing()
    {
        var paths = new JsonObject();
        foreach (var operation in ApiOperations.All)
        {
            Add(paths, operation, operation.Path is "" ? "/" : operation.Path);
            if (operation.AgencyPath is { } agency)
            {
                Add(paths, operation, agency);
            }
        }

        return new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject { ["title"] = "LeadPanther API", ["version"] = "v1" },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = Server }),
            ["paths"] = paths,
        };
    }

    private static void Add(JsonObject paths, ApiOperation operation, string path)
    {
        if (!paths.ContainsKey(path))
        {
            paths[path] = new JsonObject();
        }

        paths[path]!.AsObject()[operation.Method.ToLowerInvariant()] = new JsonObject
        {
            ["operationId"] = $"{operation.Name}{paths.Count}",
            ["x-required-scopes"] = operation.Scope is { } scope ? new JsonArray(scope) : new JsonArray(),
            ["requestBody"] = new JsonObject { ["content"] = Json(operation, isInAnswer: false) },
            ["responses"] = new JsonObject
            {
                ["200"] = new JsonObject { ["description"] = "Fine", ["content"] = Json(operation, isInAnswer: true) },
            },
        };
    }

    private static JsonObject Json(ApiOperation operation, bool isInAnswer)
    {
        var schema = new JsonObject { ["type"] = "object" };
        var values = ApiValues.All.Where(value => value.Operation == operation && value.IsInAnswer == isInAnswer);
        foreach (var value in values)
        {
            var at = schema;
            foreach (var part in value.Field.Replace("[]", ".[]", StringComparison.Ordinal).Split('.'))
            {
                at = Child(at, part);
            }

            at["enum"] = new JsonArray([.. value.Values.Select(text => (JsonNode)text), "another"]);
        }

        return new JsonObject { ["application/json"] = new JsonObject { ["schema"] = schema } };
    }

    private static JsonObject Child(JsonObject schema, string part)
    {
        var holder = schema;
        var name = "items";
        if (part != "[]")
        {
            holder = (schema["properties"] ??= new JsonObject()).AsObject();
            name = part;
        }

        return (holder[name] ??= new JsonObject()).AsObject();
    }
}
