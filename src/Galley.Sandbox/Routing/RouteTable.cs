using Galley.Sandbox.Documentation;
using Galley.Sandbox.Requests;

namespace Galley.Sandbox.Routing;

/// <summary>Finds the operations that a path names.</summary>
internal static class RouteTable
{
    /// <summary>Whatever the method. Letters count as written, and so does a slash at the end.</summary>
    public static IEnumerable<Route> At(string path)
    {
        if (path != ApiOperations.BasePath && !path.StartsWith(ApiOperations.BasePath + "/", StringComparison.Ordinal))
        {
            return [];
        }

        var steps = path[ApiOperations.BasePath.Length..].Split('/');
        var direct = ApiOperations.All.Select(operation => Match(operation, steps, null));
        var nested =
            steps is ["", "clients", var client, .. var rest] && client.Length > 0
                ? ApiOperations
                    .All.Where(operation => operation.IsNested)
                    .Select(operation => Match(operation, ["", .. rest], client))
                : [];
        return direct.Concat(nested).OfType<Route>();
    }

    private static Route? Match(ApiOperation operation, string[] steps, string? client)
    {
        var pattern = operation.Path.Split('/');
        if (pattern.Length != steps.Length)
        {
            return null;
        }

        string? id = null;
        foreach (var (want, step) in pattern.Zip(steps))
        {
            switch (want)
            {
                case "{id}" when step.Length > 0:
                    id = step;
                    break;
                case "{clientId}" when step.Length > 0:
                    client = step;
                    break;
                case var _ when want != step:
                    return null;
            }
        }

        return new Route(operation, client, id);
    }
}
