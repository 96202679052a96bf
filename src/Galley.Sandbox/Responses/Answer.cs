using System.Text.Json;
using System.Text.Json.Nodes;

namespace Galley.Sandbox.Responses;

/// <summary>What the API says to one call; <c>request_id</c> is added when it is written.</summary>
/// <param name="Violation">What the caller did against the documentation, or null.</param>
internal sealed record Answer(int Status, JsonObject Body, string? Violation = null)
{
    /// <summary>What a refusal says; null for any other answer.</summary>
    public string? Message => Body["error"]?["message"]?.GetValue<string>();

    /// <summary>For 405, as HTTP asks.</summary>
    public string? Allow { get; init; }

    public static Answer Data(object data, int status = 200) => new(status, Object(new { data }));

    public static Answer Page<T>(Page<T> page) =>
        new(200, Object(new { data = page.Rows, pagination = page.Pagination }));

    /// <summary>A refusal that any client may meet: state, keys and grants decide it.</summary>
    public static Answer Refuse(int status, string code, string message) =>
        new(status, Object(new { error = new { code, message } }));

    /// <summary>A refusal that names no rule: its code is the one that the documentation has for the status.</summary>
    public static Answer Fail(int status, string message) =>
        Refuse(
            status,
            status switch
            {
                400 => "bad_request",
                401 => "unauthorized",
                403 => "forbidden",
                404 => "not_found",
                405 => "method_not_allowed",
                409 => "conflict",
                501 => "not_implemented",
                _ => "sandbox_fault",
            },
            message
        );

    /// <summary>A refusal of what the documentation rules out: it also counts as a violation.</summary>
    public static Answer Violate(int status, string code, string message) =>
        Refuse(status, code, message) with
        {
            Violation = message,
        };

    /// <summary>With what else was against the documentation, however the call was answered.</summary>
    public Answer With(IReadOnlyCollection<string> violations) =>
        violations.Count == 0
            ? this
            : this with
            {
                Violation = string.Join("; ", violations.Prepend(Violation).OfType<string>()),
            };

    private static JsonObject Object(object value) => JsonSerializer.SerializeToNode(value, Wire.Json)!.AsObject();
}
