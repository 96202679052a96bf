using Galley.Content.Documents;

namespace Galley.Content.Fields;

internal static class LeadMagnetReader
{
    /// <returns>Null when one of the three required texts is missing (the schema check reports it).</returns>
    public static LeadMagnet? Read(ContentDocument document, string key)
    {
        var fields = new FieldReader(document.Root);
        if (
            fields.Text("keyword") is not { } keyword
            || fields.Text("resource_name") is not { } resourceName
            || fields.Text("text_template") is not { } textTemplate
        )
        {
            return null;
        }

        return new LeadMagnet
        {
            SourceMap = document.Source,
            Key = key,
            Body = document.Body,
            Keyword = keyword,
            ResourceName = resourceName,
            TextTemplate = textTemplate,
            Description = fields.Text("description"),
            DeliveryMode = fields.Text("delivery_mode"),
            NotConnectedReply = fields.Text("not_connected_reply"),
            ConfirmMissingMagnetUrl = fields.Boolean("confirm_missing_magnet_url"),
            ConfirmLegacyPlaceholder = fields.Boolean("confirm_legacy_placeholder"),
            HostedPage = fields.Fields("hosted_page") is { } page ? HostedPage(page) : null,
            MovedFrom = MovedFromField.Read(fields),
        };
    }

    private static HostedPage HostedPage(FieldReader page) =>
        new(
            page.Text("title"),
            page.Text("status"),
            page.Text("external_resource_url"),
            page.Text("cta_label"),
            page.Text("cta_url")
        );
}
