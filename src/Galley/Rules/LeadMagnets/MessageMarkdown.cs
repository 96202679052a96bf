using Galley.Content;
using Galley.Diagnostics;
using Galley.Diagnostics.Codes;
using Galley.Markdown;

namespace Galley.Rules.LeadMagnets;

/// <summary>Messages and names go out as typed, so Markdown in them shows its marks.</summary>
internal sealed class MessageMarkdown : LeadMagnetRule
{
    protected override IEnumerable<Problem> Check(LeadMagnet leadMagnet, RuleContext context) =>
        from field in new (string? Text, string[] Path)[]
        {
            (leadMagnet.ResourceName, ["resource_name"]),
            (leadMagnet.TextTemplate, ["text_template"]),
            (leadMagnet.NotConnectedReply, ["not_connected_reply"]),
            (leadMagnet.HostedPage?.Title, ["hosted_page", "title"]),
            (leadMagnet.HostedPage?.CtaLabel, ["hosted_page", "cta_label"]),
        }
        let found = UnreadMarks.FirstIn(field.Text ?? "")
        where found is not null
        select context.About(
            leadMagnet,
            TextCodes.MarkdownNotRead,
            leadMagnet.SourceMap.At([.. field.Path]),
            $"{found} in {field.Path[^1]} looks like Markdown. This field is sent as typed, with the marks.",
            "Delete the marks. Write a link as its address alone."
        );
}
