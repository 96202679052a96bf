using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using Galley.Sandbox.Faults;
using Galley.Sandbox.Responses;

namespace Galley.Sandbox.Requests;

/// <summary>Changes what a good answer shows.</summary>
internal static class ReplyShape
{
    /// <summary>The quickstart's example of a post, and the create's of a lead magnet.</summary>
    private static readonly ImmutableArray<string> ExampleFields =
    [
        "id",
        "text",
        "status",
        "scheduled_at",
        "metrics",
        "theme",
        "followups",
        "delivery_mode",
        "keyword",
        "resource_name",
    ];

    public static HttpReply Apply(ImmutableArray<FaultRule> rules, HttpReply reply) =>
        reply.Status >= 300 ? reply : rules.Aggregate(reply, (shaped, rule) => rule.Kind switch
                {
                    FaultKind.FewFields => Edit(shaped, KeepExampleFields),
                    FaultKind.NoObject => Edit(shaped, answer =>
                        answer["data"] = new JsonObject { ["result"] = Saved() }
                    ),
                    FaultKind.BadId => Edit(shaped, NameFirstBadly),
                    _ => shaped,
                });

    public static HttpReply WithoutId(HttpReply reply) => Edit(reply, answer =>
        {
            foreach (var holder in Objects(answer))
            {
                holder.Remove("id");
            }
        });

    /// <summary>In a list, the second object takes the id of the first.</summary>
    public static HttpReply WithId(HttpReply reply, Func<string, string> change) => Edit(reply, answer =>
        {
            if (answer["data"] is JsonArray list)
            {
                if (list.Count > 1)
                {
                    list[1]!["id"] = list[0]!["id"]!.DeepClone();
                }

                return;
            }

            foreach (var holder in Objects(answer).Where(holder => holder.ContainsKey("id")))
            {
                holder["id"] = change(holder["id"]!.GetValue<string>());
            }
        });

    private static JsonObject Saved() => new() { ["status"] = "saved" };

    private static void KeepExampleFields(JsonObject answer)
    {
        foreach (var shown in Objects(answer))
        {
            foreach (var field in shown.Select(pair => pair.Key).Except(ExampleFields).ToList())
            {
                shown.Remove(field);
            }
        }
    }

    private static void NameFirstBadly(JsonObject answer)
    {
        if (Objects(answer).FirstOrDefault() is { } first)
        {
            first["id"] = "not a UUID/..";
        }
    }

    private static IEnumerable<JsonObject> Objects(JsonObject answer) =>
        answer["data"] switch
        {
            JsonArray list => list.OfType<JsonObject>(),
            JsonObject data => data["lead_magnet"] is JsonObject inner ? [data, inner] : [data],
            _ => [],
        };

    private static HttpReply Edit(HttpReply reply, Action<JsonObject> edit)
    {
        var answer = JsonNode.Parse(reply.Body)!.AsObject();
        edit(answer);
        return reply with { Body = Encoding.UTF8.GetBytes(answer.ToJsonString()) };
    }
}
