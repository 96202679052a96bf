using Galley.Content;
using Galley.Content.Schemas;
using Galley.Content.Yaml;
using Galley.Diagnostics;
using Galley.Testing;

namespace Galley.Tests.Content;

/// <summary>
/// A hundred thousand posts cost a hundred thousand times this. The limits are twice the measured values. The fast readers
/// stay below them, and the slow ones behind them do not.
/// </summary>
internal sealed class ContentAllocationTests
{
    [Test]
    public void Read_OrdinaryPost_AllocatesLittle()
    {
        const int Posts = 50;

        var perPost = (ReadingOf(2 * Posts) - ReadingOf(Posts)) / Posts;

        Assert.That(perPost, Is.LessThan(27_000));
    }

    [Test]
    public void Judge_PostThatIsRight_BuildsNothingForIt()
    {
        var root = (MappingNode)YamlText.Read(OrdinaryPost.Fields, firstLine: 1, _ => { })!;
        var report = new FileReport("post.md", "acme", problem => Assert.Fail($"{problem}"));

        var allocated = Allocation.Measure(() => ContentSchema.For(Kind.Post).Check(root, report));

        Assert.That(allocated, Is.LessThan(800));
    }

    private static long ReadingOf(int posts)
    {
        using var folder = new ContentFolder();
        for (var post = 0; post < posts; post++)
        {
            folder.Write($"clients/acme/posts/post-{post:000}.md", OrdinaryPost.File);
        }

        var repository = Repository.Open(folder.Root);
        Assert.That(repository.Read("acme").Posts, Has.Length.EqualTo(posts));
        return Allocation.Measure(() => repository.Read("acme"));
    }
}
