using System.Text.Json.Nodes;

namespace Galley.Sandbox.Control;

/// <summary>What LeadPanther's own pages fill in where a person says nothing.</summary>
internal static class BlankObjects
{
    public static JsonObject Post() =>
        new()
        {
            ["text"] = "",
            ["status"] = "draft",
            ["scheduled_at"] = null,
            ["theme_id"] = null,
            ["template_id"] = null,
            ["images"] = new JsonArray(),
            ["document_url"] = null,
            ["document_type"] = "image",
            ["notes"] = "",
            ["followups"] = new JsonObject
            {
                ["reaction"] = new JsonObject
                {
                    ["enabled"] = false,
                    ["delay_minutes"] = 30,
                    ["reaction_type"] = "like",
                },
                ["repost"] = null,
                ["comments"] = new JsonArray(),
            },
        };

    /// <param name="fields">Its name is the title of its page, too.</param>
    public static JsonObject LeadMagnet(JsonObject fields) =>
        new()
        {
            ["delivery_mode"] = "hosted_content",
            ["keyword"] = "",
            ["resource_name"] = "",
            ["description"] = "",
            ["text_template"] = "Here it is: {{resource_link}}",
            ["linked_posts"] = new JsonArray(),
            ["hosted_page"] = new JsonObject
            {
                ["title"] = fields["resource_name"]?.DeepClone(),
                ["markdown_content"] = "Written by hand.",
                ["external_resource_url"] = null,
                ["cta_label"] = null,
                ["cta_url"] = null,
                ["status"] = "published",
            },
        };
}
