using Galley.Content;
using Galley.Diagnostics;
using Galley.Markdown;

namespace Galley.Rules.LeadMagnets;

internal sealed class MessagePlaceholders : LeadMagnetRule
{
    protected override IEnumerable<Problem> Check(LeadMagnet leadMagnet, RuleContext context) =>
        from message in new[]
        {
            ("text_template", leadMagnet.TextTemplate),
            ("not_connected_reply", leadMagnet.NotConnectedReply ?? ""),
        }
        from found in Placeholders.CheckMessage(message.Item2)
        select context.About(
            leadMagnet,
            found.Code,
            leadMagnet.SourceMap.At(message.Item1),
            $"In {message.Item1}: {found.Message}",
            found.Help
        );
}
