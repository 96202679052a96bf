using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Galley.Api;
using Galley.LeadPanther.Routing;
using Microsoft.OpenApi;

namespace Galley.LeadPanther.Specification;

/// <summary>Compares what Galley uses of the API (<see cref="ApiOperations"/>, <see cref="ApiValues"/>) with an OpenAPI file.</summary>
public static class SpecificationCheck
{
    private const string Scopes = "x-required-scopes";

    public static ImmutableArray<Finding> Compare(ApiSpecification specification) =>
        [
            Server(specification),
            .. ApiOperations.All.SelectMany(operation => Requests(specification, operation)),
            .. ApiValues.All.SelectMany(value => Values(specification, value)),
        ];

    private static Finding Server(ApiSpecification specification)
    {
        const string Subject = "base URL";
        return specification.Server?.TrimEnd('/') switch
        {
            null or "" => new Finding(
                Verdict.Missing,
                null,
                Subject,
                $"Galley uses {ApiUrl.Default}; the file has no server."
            ),
            ApiUrl.Default => new Finding(Verdict.Agrees, null, Subject, ApiUrl.Default),
            var other => new Finding(
                Verdict.Differs,
                null,
                Subject,
                $"Galley uses {ApiUrl.Default}, the file {other}."
            ),
        };
    }

    private static IEnumerable<Finding> Requests(ApiSpecification specification, ApiOperation operation) =>
        Paths(operation).Select(path => Request(specification, operation, path));

    private static Finding Request(ApiSpecification specification, ApiOperation operation, string path)
    {
        var subject = $"{operation.Method} {(path is "" ? "/" : path)}";
        if (specification.Find(operation.Method, path) is not { } found)
        {
            return new Finding(Verdict.Missing, operation.Name, subject, Instead(specification, path));
        }

        var (ours, theirs) = (operation.Scope ?? "", string.Join(", ", ScopesOf(found)));
        return ours == theirs
            ? new Finding(Verdict.Agrees, operation.Name, subject, ours is "" ? "no scope" : ours)
            : new Finding(
                Verdict.Differs,
                operation.Name,
                subject,
                $"Galley expects {(ours is "" ? "no scope" : ours)}, the file requires {(theirs is "" ? "no scope" : theirs)}."
            );
    }

    private static string Instead(ApiSpecification specification, string path)
    {
        var there = specification.At(path).Take(6).ToList();
        return there is [] ? "The file does not have this path." : $"The file has {string.Join(", ", there)}.";
    }

    private static IEnumerable<Finding> Values(ApiSpecification specification, ApiValue value) =>
        Paths(value.Operation)
            .Select(path => specification.Find(value.Operation.Method, path))
            .OfType<OpenApiOperation>()
            .Select(operation => Compare(operation, value))
            // Said once where the direct and the agency's request say the same.
            .Distinct();

    private static Finding Compare(OpenApiOperation operation, ApiValue value)
    {
        var subject = $"{value.Field} of {value.Operation.Name}";
        var ours = string.Join(", ", value.Values);
        return AllowedValues.Find(BodySchema.Of(operation, value.IsInAnswer), value.Field) switch
        {
            null => new Finding(
                Verdict.Missing,
                value.Operation.Name,
                subject,
                $"Galley uses {ours}; the file does not have this field."
            ),
            { IsAny: true } => new Finding(
                Verdict.Agrees,
                value.Operation.Name,
                subject,
                $"{ours} (the file allows any text)"
            ),
            { } allowed when value.Values.All(allowed.Values.Contains) => new Finding(
                Verdict.Agrees,
                value.Operation.Name,
                subject,
                ours
            ),
            { } allowed => new Finding(
                Verdict.Differs,
                value.Operation.Name,
                subject,
                $"Galley uses {ours}, the file allows {string.Join(", ", allowed.Values)}."
            ),
        };
    }

    private static IEnumerable<string> Paths(ApiOperation operation) =>
        operation.AgencyPath is { } agency ? [operation.Path, agency] : [operation.Path];

    private static IEnumerable<string> ScopesOf(OpenApiOperation operation)
    {
        var node =
            operation.Extensions?.TryGetValue(Scopes, out var extension) == true && extension is JsonNodeExtension json
                ? json.Node
                : null;
        return (node is JsonArray list ? list.AsEnumerable() : [node])
            .Select(NodeText.Read)
            .OfType<string>()
            .Order(StringComparer.Ordinal);
    }
}
