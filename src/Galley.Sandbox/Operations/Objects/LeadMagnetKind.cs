using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Galley.Sandbox.Checks;
using Galley.Sandbox.Requests;
using Galley.Sandbox.State;

namespace Galley.Sandbox.Operations.Objects;

internal sealed class LeadMagnetKind : ObjectKind<SandboxLeadMagnet>
{
    public override string Noun => "lead magnet";

    public override ImmutableArray<SandboxLeadMagnet> All(Call call) => call.State.LeadMagnetsOf(call.UserId);

    public override SandboxLeadMagnet? Find(Call call) => call.State.LeadMagnet(call.UserId, call.Id);

    public override JsonElement Fields(SandboxLeadMagnet item) =>
        item.Body
        ?? JsonSerializer.SerializeToElement(
            new JsonObject
            {
                ["delivery_mode"] = "hosted_content",
                ["keyword"] = item.Keyword,
                ["resource_name"] = item.ResourceName,
            }
        );

    /// <summary>The four fields that a create answers with, then all others that were sent.</summary>
    public override JsonObject Show(SandboxLeadMagnet item, Call call) =>
        WithFields(
            new JsonObject
            {
                ["id"] = item.Id,
                ["delivery_mode"] = "hosted_content",
                ["keyword"] = item.Keyword,
                ["resource_name"] = item.ResourceName,
            },
            item
        );

    public override void Check(Fields fields, Call call) =>
        LeadMagnetCheck.Check(fields, id => call.State.Post(call.UserId, id) is not null);

    public override string? WhyNotChange(SandboxLeadMagnet item, Call call) => null;

    public override string? WhyNotRemove(SandboxLeadMagnet item, Call call) =>
        Offering(item, call) is { } post ? $"The post {post.Id} still offers this lead magnet." : null;

    public override bool ShowsWhyNot(SandboxLeadMagnet item, Call call) => Offering(item, call) is not null;

    public override SandboxLeadMagnet Create(JsonElement fields, Call call) =>
        call.State.AddLeadMagnet(call.UserId, call.Now, fields);

    public override SandboxLeadMagnet Change(SandboxLeadMagnet item, JsonElement fields, Call call)
    {
        var changed = item with
        {
            Keyword = fields.GetProperty("keyword").GetString()!,
            ResourceName = fields.GetProperty("resource_name").GetString()!,
            Body = fields,
            UpdatedAt = call.Now,
        };
        call.State.Put(changed);
        return changed;
    }

    public override void Remove(SandboxLeadMagnet item, Call call) =>
        call.State.Put(item with { DeletedAt = call.Now });

    private static SandboxPost? Offering(SandboxLeadMagnet item, Call call) =>
        call.State.PostsOf(item.UserId).FirstOrDefault(post => post.TemplateId == item.Id && post.IsWaiting(call.Now));
}
