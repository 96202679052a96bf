using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Galley.Sandbox.Checks;
using Galley.Sandbox.Requests;
using Galley.Sandbox.Responses;
using Galley.Sandbox.State;

namespace Galley.Sandbox.Operations.Objects;

internal sealed class PostKind : ObjectKind<SandboxPost>
{
    public override string Noun => "post";

    public override ImmutableArray<SandboxPost> All(Call call) => call.State.PostsOf(call.UserId);

    public override SandboxPost? Find(Call call) => call.State.Post(call.UserId, call.Id);

    public override JsonElement Fields(SandboxPost item) => item.Body;

    /// <summary>The quickstart's seven fields first, then all others that were sent.</summary>
    public override JsonObject Show(SandboxPost item, Call call)
    {
        var isOut = call.Sandbox.Faults.Plan.Publishes && item.IsPublished(call.Now);
        var shown = new JsonObject
        {
            ["id"] = item.Id,
            ["text"] = item.Text,
            ["status"] = isOut ? "published" : item.Status,
            ["scheduled_at"] = Wire.Time(item.ScheduledAt),
            ["metrics"] = new JsonObject(),
            ["theme"] = Theme(item),
            ["followups"] = JsonSerializer.SerializeToNode(item.Body.GetProperty("followups")),
        };
        if (isOut)
        {
            shown["published_url"] = item.PublishedUrl;
        }

        return WithFields(shown, item);
    }

    public override void Check(Fields fields, Call call) =>
        PostCheck.Check(fields, call.Now, id => call.State.LeadMagnet(call.UserId, id) is not null);

    public override string? WhyNotChange(SandboxPost item, Call call) =>
        item.IsWaiting(call.Now) ? null : "Only drafts and scheduled posts can be changed or deleted.";

    public override string? WhyNotRemove(SandboxPost item, Call call) => WhyNotChange(item, call);

    public override bool ShowsWhyNot(SandboxPost item, Call call) =>
        Show(item, call)["status"]!.GetValue<string>() is not ("draft" or "scheduled");

    public override SandboxPost Create(JsonElement fields, Call call) =>
        call.State.AddPost(call.UserId, call.Now, fields);

    public override SandboxPost Change(SandboxPost item, JsonElement fields, Call call)
    {
        var changed = new SandboxPost(item.Id, item.UserId, item.CreatedAt, fields) { UpdatedAt = call.Now };
        call.State.Put(changed);
        return changed;
    }

    public override void Remove(SandboxPost item, Call call) => call.State.Put(item with { DeletedAt = call.Now });

    public static JsonObject? Theme(SandboxPost item) =>
        item.Body.GetProperty("theme_id").GetString() is { } theme ? new JsonObject { ["id"] = theme } : null;
}
