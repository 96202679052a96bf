namespace Galley.Diagnostics.Codes;

/// <summary>GAL4xx: lead magnets.</summary>
public static class LeadMagnetCodes
{
    public static readonly DiagnosticCode NoResourceLink = new(
        "GAL401",
        Severity.Error,
        "The message has no resource link",
        "`text_template` is the message that brings people the resource. Without `<<resource_link>>` they do not "
            + "get it, and LeadPanther asks for a confirmation.",
        "text_template: Here it is!",
        "text_template: \"Here it is: <<resource_link>>\"   # or confirm_missing_magnet_url: true, if that is meant"
    );

    public static readonly DiagnosticCode PlaceholderUnknown = new(
        "GAL402",
        Severity.Error,
        "An unknown placeholder",
        "In a lead magnet's messages you can use `<<resource_link>>`, also written `{{resource_link}}`. Anything "
            + "else would be sent as typed.",
        "text_template: \"Here it is: <<resorce_link>>\"",
        "text_template: \"Here it is: <<resource_link>>\""
    );

    public static readonly DiagnosticCode EmptyPage = new(
        "GAL403",
        Severity.Error,
        "A published page is empty",
        "LeadPanther refuses a published hosted page without content. The content is the body of the file.",
        "---\nkeyword: GUIDE\n---",
        "Write the page's text below the second `---` line."
    );

    public static readonly DiagnosticCode KeywordTwice = new(
        "GAL404",
        Severity.Error,
        "Two lead magnets have the same keyword",
        "A comment with the keyword must lead to one lead magnet of the client. Capital letters make no difference.",
        "keyword: GUIDE   # and another file has keyword: guide",
        "Give one of them another keyword."
    );

    public static readonly DiagnosticCode CallToActionHalf = new(
        "GAL405",
        Severity.Error,
        "Half a call to action",
        "`cta_label` is the text of a button and `cta_url` its link. A button needs both.",
        "hosted_page: {cta_label: Book a call}",
        "hosted_page: {cta_label: Book a call, cta_url: https://example.com/call}"
    );

    public static readonly DiagnosticCode NotHttps = new(
        "GAL406",
        Severity.Error,
        "A link that is not https",
        "Browsers warn of links that begin with http://, and may not open others at all.",
        "hosted_page: {external_resource_url: http://example.com/guide.pdf}",
        "hosted_page: {external_resource_url: https://example.com/guide.pdf}"
    );

    public static readonly DiagnosticCode UnsafeLink = new(
        "GAL407",
        Severity.Error,
        "A link or tag that runs a program",
        "`javascript:` and `data:` links and script tags run in the browser of the people who open the page.",
        "[Click](javascript:alert)",
        "[Click](https://example.com)"
    );

    public static readonly DiagnosticCode RelativeLink = new(
        "GAL408",
        Severity.Error,
        "A relative link in the page",
        "The page is on LeadPanther's website, where a link without https:// and a domain leads nowhere.",
        "[next chapter](chapter-2.md)",
        "[next chapter](https://example.com/chapter-2)"
    );

    public static readonly DiagnosticCode PlaceholderInPage = new(
        "GAL409",
        Severity.Warning,
        "A placeholder in the page",
        "The page is sent as written. Placeholders work in messages, posts and comments only.",
        "Your <<resource_name>> is below.",
        "Your Pipeline Guide is below."
    )
    {
        Adjustable = true,
    };

    public static readonly DiagnosticCode PageNotRead = new(
        "GAL410",
        Severity.Error,
        "A page whose links can't be checked",
        "One paragraph has more than 20,000 characters, or lists are nested more than a hundred deep.",
        "> > > > > … 200 of them",
        "Split the paragraph, or nest the lists less deeply."
    );
}
