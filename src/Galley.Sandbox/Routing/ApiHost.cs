using System.Net.Http.Headers;
using System.Text.Json;
using Galley.Sandbox.Requests;
using Galley.Sandbox.Responses;

namespace Galley.Sandbox.Routing;

/// <summary>Answers below the base URL. Anything that is not a documented route is a violation.</summary>
internal sealed class ApiHost(SandboxContext sandbox)
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    public async Task Handle(HttpContext http)
    {
        var routes = RouteTable.At(http.Request.Path).ToList();
        var route = routes.FirstOrDefault(route => route.Operation.Method == http.Request.Method);
        var requestContext = new RequestContext(http, sandbox, "api", route?.Operation.Name);
        if (await requestContext.FaultInjector.BeforeRead())
        {
            return;
        }

        var body = await requestContext.ReadBody(asText: true);
        if (await requestContext.FaultInjector.BeforeStore())
        {
            return;
        }

        var answer = OwnRequestId.Refusal(http.Request)
            ?? (route is null ? NoRoute(http.Request, routes) : Decide(requestContext, route, body));
        if (answer.Violation is { } violation)
        {
            requestContext.Violate(violation);
        }

        await requestContext.Finish(HttpReply.From(answer, requestContext.RequestId));
    }

    private static Answer NoRoute(HttpRequest request, List<Route> routes)
    {
        if (routes.Count == 0)
        {
            return Answer.Violate(404, "not_found", $"{request.Path} is not a documented path.");
        }

        var methods = string.Join(", ", routes.Select(route => route.Operation.Method).Distinct());
        return Answer.Violate(
            405,
            "method_not_allowed",
            $"{request.Path} is documented for {methods}, not for {request.Method}."
        ) with
        {
            Allow = methods,
        };
    }

    private Answer Decide(RequestContext requestContext, Route route, byte[] body)
    {
        var (userId, refusal) = AccessCheck.Pass(requestContext.Key, route, sandbox.Accounts);
        if (refusal is not null)
        {
            return refusal;
        }

        var request = requestContext.Http.Request;
        (var query, refusal) = Query.Read(request.Query, route.Operation, sandbox.MaxPageSize);
        if (refusal is not null)
        {
            return refusal;
        }

        (var json, refusal) = route.Operation.HasBody ? ReadJson(request, body) : (default, NoBody(body));
        return refusal
            ?? OperationHandlers.ByName[route.Operation.Name](
                new Call
                {
                    Sandbox = sandbox,
                    Key = requestContext.Key,
                    UserId = userId ?? "",
                    Path = request.Path,
                    Id = route.Id ?? "",
                    Query = query!,
                    Body = json,
                    Faults = requestContext.Faults,
                }
            );
    }

    private static Answer? NoBody(byte[] body) =>
        body.Length == 0 ? null : Answer.Violate(400, "bad_request", "This call takes no body.");

    private static (JsonElement Json, Answer? Refusal) ReadJson(HttpRequest request, byte[] body)
    {
        if (!IsJson(request.ContentType))
        {
            return (
                default,
                Answer.Violate(400, "bad_request", $"The body must be application/json, not \"{request.ContentType}\".")
            );
        }

        try
        {
            using var document = JsonDocument.Parse(body, Strict);
            return (document.RootElement.Clone(), null);
        }
        catch (JsonException wrong)
        {
            return (default, Answer.Violate(400, "bad_request", $"The body is not JSON: {wrong.Message}"));
        }
    }

    private static bool IsJson(string? type) =>
        MediaTypeHeaderValue.TryParse(type, out var media)
        && media.MediaType == "application/json"
        && (media.CharSet is null || media.CharSet.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase));
}
