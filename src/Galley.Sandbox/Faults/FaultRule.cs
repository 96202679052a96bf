using System.Text.Json.Serialization;

namespace Galley.Sandbox.Faults;

/// <summary>Which requests go wrong, and how.</summary>
/// <param name="On">A workflow's name, <c>upload</c>, <c>media</c>, <c>creates</c>, <c>reads</c> or <c>*</c>.</param>
public sealed record FaultRule(string On, FaultKind Kind)
{
    /// <summary>The first request that it hits, counted per rule from 1.</summary>
    public int From { get; init; } = 1;

    /// <summary>The last; null: no end.</summary>
    public int? To { get; init; }

    /// <summary>From 0 to 1.</summary>
    public double Chance { get; init; } = 1;

    /// <summary>For the kinds that answer with one; null: 500, 502 for HTML, 307 for a redirect.</summary>
    public int? Status { get; init; }

    /// <summary>The delay, or what Retry-After says.</summary>
    [JsonPropertyName("seconds")]
    public double? Seconds { get; init; }

    internal bool IsAbout(string operation) =>
        On switch
        {
            "*" => true,
            "creates" => operation is "create-post" or "create-lead-magnet",
            "lists" => operation is "list-posts" or "list-lead-magnets",
            "changes" => operation is "update-post" or "delete-post" or "update-lead-magnet" or "archive-lead-magnet",
            "reads" => operation
                is "metadata"
                    or "me"
                    or "clients"
                    or "client"
                    or "list-posts"
                    or "get-post"
                    or "list-lead-magnets"
                    or "get-lead-magnet"
                    or "engagement"
                    or "analytics"
                    or "leads"
                    or "activity",
            _ => On == operation,
        };
}
