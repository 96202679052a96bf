using System.Text.Json.Nodes;
using Galley.Content;
using Galley.Markdown;

namespace Galley.Payloads;

/// <summary>
/// A lead magnet as it is compared and as it is sent (§ Create Hosted Lead Magnet). It needs no id or URL: its wire body is always
/// there.
/// </summary>
public static class LeadMagnetPayload
{
    public static Payload For(LeadMagnet magnet) => Payload.From(Authored(magnet), Wire(magnet));

    private static JsonObject Authored(LeadMagnet magnet)
    {
        var fields = new JsonObject
        {
            ["body"] = magnet.Body,
            ["keyword"] = magnet.Keyword,
            ["resource_name"] = magnet.ResourceName,
            ["text_template"] = Template(magnet),
        };
        fields.AddGiven("description", magnet.Description);
        fields.AddGiven("delivery_mode", magnet.DeliveryMode);
        fields.AddGiven("not_connected_reply", magnet.NotConnectedReply);
        fields.AddGiven("confirm_missing_magnet_url", magnet.ConfirmMissingMagnetUrl);
        fields.AddGiven("confirm_legacy_placeholder", magnet.ConfirmLegacyPlaceholder);

        if (magnet.HostedPage is { } page)
        {
            fields["hosted_page"] = AuthoredPage(page);
        }

        return fields;
    }

    private static JsonObject AuthoredPage(HostedPage page)
    {
        var fields = new JsonObject();
        fields.AddGiven("title", page.Title);
        fields.AddGiven("status", page.Status);
        fields.AddGiven("external_resource_url", page.ExternalResourceUrl);
        fields.AddGiven("cta_label", page.CtaLabel);
        fields.AddGiven("cta_url", page.CtaUrl);
        return fields;
    }

    private static JsonObject Wire(LeadMagnet magnet)
    {
        var body = new JsonObject
        {
            ["delivery_mode"] = magnet.DeliveryMode ?? "hosted_content",
            ["keyword"] = magnet.Keyword,
            ["resource_name"] = magnet.ResourceName,
            ["description"] = magnet.Description ?? "",
            ["text_template"] = Template(magnet),
        };
        body.AddGiven("not_connected_reply", magnet.NotConnectedReply);
        body["linked_posts"] = new JsonArray();
        body["confirm_missing_magnet_url"] = magnet.ConfirmMissingMagnetUrl ?? false;
        body["confirm_legacy_placeholder"] = magnet.ConfirmLegacyPlaceholder ?? false;
        body["hosted_page"] = new JsonObject
        {
            ["title"] = magnet.HostedPage?.Title ?? magnet.ResourceName,
            ["markdown_content"] = magnet.Body,
            ["external_resource_url"] = magnet.HostedPage?.ExternalResourceUrl,
            ["cta_label"] = magnet.HostedPage?.CtaLabel,
            ["cta_url"] = magnet.HostedPage?.CtaUrl,
            ["status"] = magnet.HostedPage?.Status ?? "published",
        };
        return body;
    }

    private static string Template(LeadMagnet magnet) =>
        Placeholders.Resolve(magnet.TextTemplate, PlaceholderValues.None);
}
