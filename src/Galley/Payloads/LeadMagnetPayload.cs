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
        if (magnet.Description is { } description)
        {
            fields["description"] = description;
        }

        if (magnet.DeliveryMode is { } mode)
        {
            fields["delivery_mode"] = mode;
        }

        if (magnet.NotConnectedReply is { } reply)
        {
            fields["not_connected_reply"] = reply;
        }

        if (magnet.ConfirmMissingMagnetUrl is { } missing)
        {
            fields["confirm_missing_magnet_url"] = missing;
        }

        if (magnet.ConfirmLegacyPlaceholder is { } legacy)
        {
            fields["confirm_legacy_placeholder"] = legacy;
        }

        if (magnet.HostedPage is { } page)
        {
            fields["hosted_page"] = AuthoredPage(page);
        }

        return fields;
    }

    private static JsonObject AuthoredPage(HostedPage page)
    {
        var fields = new JsonObject();
        if (page.Title is { } title)
        {
            fields["title"] = title;
        }

        if (page.Status is { } status)
        {
            fields["status"] = status;
        }

        if (page.ExternalResourceUrl is { } url)
        {
            fields["external_resource_url"] = url;
        }

        if (page.CtaLabel is { } label)
        {
            fields["cta_label"] = label;
        }

        if (page.CtaUrl is { } cta)
        {
            fields["cta_url"] = cta;
        }

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
        if (magnet.NotConnectedReply is { } reply)
        {
            body["not_connected_reply"] = reply;
        }

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
