using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Galley.EndToEnd.Tests.Browser;

/// <summary>The editor as it is published: each save is a pull request on GitHub, which is played here.</summary>
[Parallelizable]
internal sealed class EditorPullRequestTests
{
    private const string Client = LocalEditor.Client;
    private const string Key = "2026-06-23-summer-profile";
    private const string Post = $"clients/{Client}/posts/{Key}.md";
    private const string Branch = $"cms/{Client}-posts/{Key}";

    private PublishedEditor _editor = null!;
    private Author _ann = null!;
    private Author _bob = null!;

    [SetUp]
    public async Task Start()
    {
        _editor = await PublishedEditor.Make();
        _ann = await _editor.Visitor("ann");
        _bob = await _editor.Visitor("bob");
    }

    [TearDown]
    public async Task End()
    {
        if (_bob is not null)
        {
            await _ann.DisposeAsync();
            await _bob.DisposeAsync();
            _editor.Dispose();
        }
    }

    [Test]
    public async Task Save_IsAPullRequestThatChangesTheFieldAlone()
    {
        await Move(_ann, "2026-06-24T09:15");
        await Save(_ann);

        Assert.That(_editor.GitHub.PullRequests, Is.EqualTo(new[] { Branch }));
        Assert.That(
            _editor.Text(Post, Branch),
            Is.EqualTo(_editor.Text(Post, "main")!.Replace("2026-06-23 08:30", "2026-06-24 09:15"))
        );
        Assert.That(_ann.Visit.Said, Has.None.Contains("Content Security Policy"));
        var picture = _ann.Card.Locator("img[alt*='summer-profile.png'][src^='blob:']");
        Assert.That(
            await picture.EvaluateAsync<int>("async image => { await image.decode(); return image.naturalWidth; }"),
            Is.Positive
        );
    }

    [Test]
    public async Task Colleague_WhoOpenedThePostBeforeThePullRequest_OverwritesNothing()
    {
        await Move(_bob, "2026-06-26T09:15");
        await Move(_ann, "2026-06-24T09:15");
        await Save(_ann);

        await Refused(_bob);

        Assert.That(_editor.Text(Post, Branch), Does.Contain("2026-06-24 09:15"));
    }

    [Test]
    public async Task Colleague_InTheSamePullRequest_OverwritesNothing()
    {
        await Move(_ann, "2026-06-24T09:15");
        await Save(_ann);
        await Move(_bob, "2026-06-26T09:15");
        _editor.Repository.Git("checkout", "--quiet", "--force", Branch);
        _editor.Repository.Commit(Post, _editor.Text(Post, Branch) + "\nWords of a colleague.\n");

        await Refused(_bob);

        Assert.That(_editor.Text(Post, Branch), Does.Contain("Words of a colleague."));
    }

    [Test]
    public async Task FileThatChangedOnMain_WhileItsPullRequestWasOpenInTheForm_IsNotPutBack()
    {
        await Move(_ann, "2026-06-24T09:15");
        await Save(_ann);
        await Move(_ann, "2026-06-25T09:15", isOpen: true);
        await Save(_ann);
        await Move(_ann, "2026-06-26T09:15", isOpen: true);
        _editor.Repository.Git("checkout", "--quiet", "--force", "main");
        _editor.Repository.Commit(Post, _editor.Text(Post, "main") + "\nWords of a colleague.\n");

        await Refused(_ann);

        Assert.That(_editor.Text(Post, Branch), Does.Contain("2026-06-25 09:15"));
    }

    private static async Task Move(Author author, string time, bool isOpen = false)
    {
        if (!isOpen)
        {
            await author.OpenPost(Key);
        }

        await author.Time.FillAsync(time);
        await author.Card.GetByText($"{time[8..10]} Jun 2026, 09:15").First.WaitForAsync();
    }

    private static async Task Save(Author author)
    {
        await PressSave(author);
        await author.Page.GetByText("Entry saved").First.WaitForAsync();
        await author.Page.GetByText("Changes saved").First.WaitForAsync();
        await author.Page.GetByText("Entry saved").First.WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }

    private static async Task Refused(Author author)
    {
        await PressSave(author);
        await author.Page.GetByText("Somebody else changed this file").First.WaitForAsync();
    }

    private static Task PressSave(Author author) =>
        author.Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Save") }).First.ClickAsync();
}
