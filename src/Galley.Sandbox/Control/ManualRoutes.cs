using System.Text.Json;
using System.Text.Json.Nodes;
using Galley.Sandbox.Responses;
using Microsoft.AspNetCore.WebUtilities;

namespace Galley.Sandbox.Control;

/// <summary>The routes below <c>/sandbox</c> of a person's own changes. They take JSON, or a form of the page.</summary>
internal sealed class ManualRoutes(ManualChanges manual)
{
    /// <returns>Null for any other path.</returns>
    public async Task<HttpReply?> TryHandle(string path, HttpRequest request)
    {
        string[] steps = path.Split('/') is ["", "sandbox", .. var below] ? below : [];
        if (
            steps
            is not (
                ["posts" or "lead-magnets"]
                or ["posts" or "lead-magnets", _]
                or ["posts" or "lead-magnets", _, "delete"]
            )
        )
        {
            return null;
        }

        var (fields, isForm) = Fields(await ReadBody(request), request);
        var id = steps[0] == "posts" ? ChangePost(steps[1..], fields) : ChangeLeadMagnet(steps[1..], fields);
        return isForm
            ? HttpReply.Text(303, "") with
            {
                Headers = [("Location", "/")],
            }
            : HttpReply.Json(200, new { id });
    }

    private string ChangePost(string[] rest, JsonObject fields)
    {
        switch (rest)
        {
            case [var id]:
                return manual.EditPost(id, fields).Id;
            case [var id, _]:
                manual.DeletePost(id);
                return id;
            default:
                return manual.WritePost(TakeUserId(fields), fields).Id;
        }
    }

    private string ChangeLeadMagnet(string[] rest, JsonObject fields)
    {
        switch (rest)
        {
            case [var id]:
                return manual.EditLeadMagnet(id, fields).Id;
            case [var id, _]:
                manual.DeleteLeadMagnet(id);
                return id;
            default:
                return manual.WriteLeadMagnet(TakeUserId(fields), fields).Id;
        }
    }

    private static string TakeUserId(JsonObject fields)
    {
        var userId = (fields["user_id"] as JsonValue)?.TryGetValue<string>(out var text) == true ? text : null;
        fields.Remove("user_id");
        return userId ?? throw new GalleyException("Name the account: user_id is missing.");
    }

    private static async Task<string> ReadBody(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        return await reader.ReadToEndAsync(request.HttpContext.RequestAborted);
    }

    /// <summary>What looks like JSON is JSON: <c>curl --data</c> calls everything a form.</summary>
    private static (JsonObject Fields, bool IsForm) Fields(string body, HttpRequest request)
    {
        if (request.HasFormContentType && !body.StartsWith('{'))
        {
            var form = QueryHelpers.ParseQuery(body);
            return (
                new(form.Select(field => KeyValuePair.Create(field.Key, Value(field.Key, field.Value.ToString())))),
                true
            );
        }

        try
        {
            return (body.Length == 0 ? [] : (JsonNode.Parse(body) ?? new JsonArray()).AsObject(), false);
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            throw new GalleyException("The body must be a JSON object, or a form.", inner: wrong);
        }
    }

    /// <summary>A browser sends line ends as CR and LF, and a time without its zone: the page says that it is UTC.</summary>
    private static JsonNode? Value(string name, string value) =>
        name != "scheduled_at" ? value.ReplaceLineEndings("\n")
        : value.Length == 0 ? null
        : value.Length == "2026-06-15T14:00".Length ? $"{value}:00.000Z"
        : value;
}
