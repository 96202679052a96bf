using System.Globalization;
using Markdig.Syntax;

namespace Galley.Markdown.Renderers;

/// <summary>A bullet for each item, or the number as typed; where all are typed alike (1. 1. 1.), they count up as Markdown does.</summary>
internal sealed class ListRenderer : LinkedInObjectRenderer<ListBlock>
{
    protected override void Write(LinkedInRenderer renderer, ListBlock node)
    {
        var items = node.OfType<ListItemBlock>().ToArray();
        var countsUp = items.Length > 1 && items.All(item => item.Order == items[0].Order);
        for (var index = 0; index < items.Length; index++)
        {
            var number = items[index].Order + (countsUp ? index : 0);
            renderer.Item(
                items[index],
                node.IsOrdered ? number.ToString(CultureInfo.InvariantCulture) + node.OrderedDelimiter : "•"
            );
        }
    }
}
