using System.Text.Json;

namespace Galley.Sandbox.Checks;

/// <summary>§ Create Hosted Lead Magnet. The three fields that the agency example leaves out are optional.</summary>
internal static class LeadMagnetCheck
{
    private const string ResourceLink = "{{resource_link}}";

    /// <param name="isPost">Whether the account has a post of that id.</param>
    public static void Check(Fields magnet, Func<string, bool> isPost)
    {
        magnet.OneOf("delivery_mode", "hosted_content");
        magnet.Text("keyword");
        magnet.Text("resource_name");
        magnet.Text("description", mayBeEmpty: true);
        Template(magnet);
        magnet.Text("not_connected_reply", optional: true);
        LinkedPosts(magnet, isPost);
        magnet.Flag("confirm_legacy_placeholder", optional: true);
        if (magnet.Object("hosted_page") is { } page)
        {
            HostedPage(page);
        }

        magnet.NoOthers();
    }

    private static void Template(Fields magnet)
    {
        var confirmed = magnet.Flag("confirm_missing_magnet_url", optional: true) == true;
        if (
            magnet.Text("text_template") is { } text
            && !confirmed
            && !text.Contains(ResourceLink, StringComparison.Ordinal)
        )
        {
            magnet.Wrong("text_template", $"must contain {ResourceLink} unless confirm_missing_magnet_url is true");
        }
    }

    private static void LinkedPosts(Fields magnet, Func<string, bool> isPost)
    {
        foreach (var (item, _) in magnet.Items("linked_posts"))
        {
            if (item.ValueKind != JsonValueKind.String)
            {
                magnet.Wrong("linked_posts", "must hold ids of posts");
            }
            else if (!isPost(item.GetString()!))
            {
                magnet.Refuse("linked_posts", $"has an id that is not a post of this account: \"{item.GetString()}\"");
            }
        }
    }

    private static void HostedPage(Fields page)
    {
        page.Text("title");
        page.OneOf("status", "published");
        page.Text("markdown_content");
        page.UrlOrNull("external_resource_url");
        page.TextOrNull("cta_label");
        page.UrlOrNull("cta_url");
        page.NoOthers();
    }
}
