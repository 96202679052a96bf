using Markdig.Syntax.Inlines;

namespace Galley.Text.Nodes;

internal sealed class AutolinkText : NodeText<AutolinkInline>
{
    protected override void Write(AutolinkInline node, LinkedInWriter writer) => writer.Append(node.Url);
}
