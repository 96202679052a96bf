using Galley.Cli.Tests.Running;
using Galley.Content;

namespace Galley.EndToEnd.Tests.Conventions;

/// <summary>What a stranger sees first is without a fault, and shows all that it promises.</summary>
internal sealed class ContentExampleTests
{
    private const int MaxMediaBytes = 150_000;

    private static readonly Content.Repository Example = Content.Repository.Open(
        Path.Combine(Repository.Root, "content-example")
    );
    private static readonly IReadOnlyList<ClientContent> Clients = [.. Example.Slugs.Select(Example.Read)];

    [Test]
    public void Example_Read_HasNoProblem()
    {
        var problems = Example.Problems.Concat(Clients.SelectMany(client => client.Problems));

        Assert.That(
            problems.Select(problem => $"{problem.Path}:{problem.At.Line} {problem.Code} {problem.Message}"),
            Is.Empty
        );
    }

    [Test]
    public async Task Readme_PrintsThePlanThatAStrangerSees()
    {
        var example = Path.Combine(Repository.Root, "content-example");

        var plan = await CliRun.In(example, "plan", "--now", CliFixture.Now);

        Assert.That(
            File.ReadAllText(Path.Combine(Repository.Root, "README.md")),
            Does.Contain($"```text\n{plan.Out}```"),
            "paste what `dotnet cake` prints into README.md"
        );
    }

    [Test]
    public void Example_OfAnAgency_ShowsEveryKindOfClient()
    {
        var clients = Clients.Select(content => content.Client!).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(clients.Select(client => client.Zone.Id).Distinct().Count(), Is.EqualTo(3), "time zones");
            Assert.That(clients.Count(client => client.Account.IsDirect), Is.EqualTo(1), "direct account");
            Assert.That(clients.Count(client => client.SendDrafts), Is.EqualTo(1), "send_drafts");
            Assert.That(clients.Count(client => client.SendAhead.Window is not null), Is.EqualTo(1), "send_ahead");
            Assert.That(Example.Settings.LedgerId, Is.Null, "an example belongs to no ledger");
        });
    }

    [Test]
    public void Example_OfAnAgency_HasEnoughToShow()
    {
        var posts = Clients.SelectMany(client => client.Posts).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(posts, Has.Count.AtLeast(12));
            Assert.That(Clients.Sum(client => client.LeadMagnets.Length), Is.AtLeast(5));
            Assert.That(posts.Any(post => post.Status == PostStatus.Draft), "drafts");
            Assert.That(posts.Any(post => post.LeadMagnet?.Id is not null), "a lead magnet made elsewhere");
            Assert.That(posts.Any(post => post.Document is not null), "a deck");
            Assert.That(posts.Any(post => post.SourceMap.BodyPath != post.SourceMap.Path), "a body_file");
            Assert.That(posts.Any(post => post.SourceMap.Path.EndsWith(".yaml")), "the YAML form");
        });
    }

    [Test]
    public void Example_Media_AreSmall() =>
        Assert.That(Clients.SelectMany(client => client.Media).Where(file => file.Size > MaxMediaBytes), Is.Empty);
}
