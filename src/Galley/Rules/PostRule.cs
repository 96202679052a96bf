using Galley.Content;
using Galley.Diagnostics;

namespace Galley.Rules;

/// <summary>A rule that looks at each post by itself.</summary>
internal abstract class PostRule : IRule
{
    public IEnumerable<Problem> Check(RuleContext context) =>
        context.Content.Posts.SelectMany(post => Check(post, context));

    protected abstract IEnumerable<Problem> Check(Post post, RuleContext context);
}
