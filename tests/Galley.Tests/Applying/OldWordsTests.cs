using Galley.Api;
using Galley.Content;
using Galley.Diagnostics;
using Galley.Planning;

namespace Galley.Tests.Applying;

/// <summary>
/// A file was renamed, and another text took its old name: until LeadPanther's object is changed, it has the words that the
/// new file is to send.
/// </summary>
internal sealed class OldWordsTests
{
    private ApplierFixture _fixture = null!;

    [SetUp]
    public async Task SendOnePost_ThenGiveItsNameToAnotherText()
    {
        _fixture = new ApplierFixture().Client("acme").Post("acme", "p01");
        await _fixture.Apply();
        _fixture.Edit("acme", content =>
        {
            var post = content.Posts.Single();
            return content with { Posts = [post with { Body = "All new." }, post with { Key = "renamed" }] };
        });
    }

    [Test]
    public async Task NewFile_IsSentAfterTheChange()
    {
        var result = await _fixture.Apply();

        Assert.That(result.Done.Select(item => item.Key), Is.EquivalentTo(new[] { "p01", "renamed" }));
        Assert.That(
            _fixture.Api.Calls.Where(call => call == "post" || call.StartsWith("change", StringComparison.Ordinal)),
            Is.EqualTo(new[] { "post", "change post 00000000-0000-4000-8000-000000000001", "post" })
        );
    }

    [Test]
    public async Task NewFile_WhoseOldWordsCouldNotBeChanged_IsHeld_AndSentOnceTheyAre()
    {
        _fixture.Api.OnChange = _ => Task.FromResult<ChangeAnswer>(new ChangeAnswer.Accepted(null, null));

        var result = await _fixture.Apply();

        Assert.That(result.Failed.Single().Key, Is.EqualTo("p01"));
        Assert.That(
            result.Held.Single(),
            Has.Property("Key")
                .EqualTo("renamed")
                .And.Property("Reason")
                .EqualTo(Reason.Rename)
                .And.Property("Sentence")
                .Contains("LeadPanther still has these words as p01")
        );
        Assert.That(_fixture.Api.Creates.Count(create => create.Kind == Kind.Post), Is.EqualTo(1));

        _fixture.Api.OnChange = change => Task.FromResult(_fixture.Api.Carry(change));
        Assert.That(
            (await _fixture.Apply()).Done.Select(item => item.Key),
            Is.EquivalentTo(new[] { "p01", "renamed" })
        );
    }

    /// <summary>What it says is known only once its picture is uploaded.</summary>
    [Test]
    public async Task Change_ToWhatSomebodysPostSaysAlready_IsHeld_AlsoWithANewPicture()
    {
        var fixture = new ApplierFixture().Client("acme").Post("acme", "p01").Post("acme", "p02");
        await fixture.Apply();
        var first = fixture.Api.Objects.All("account-acme", Kind.Post)[0];
        fixture.Api.Objects.Add(
            "account-acme",
            Kind.Post,
            "00000000-0000-4000-8000-00000000000a",
            first.Fields.ToJsonString()
        );
        fixture.Edit("acme", content =>
            content with
            {
                Posts =
                [
                    content.Posts[0] with
                    {
                        Body = "All new.",
                    },
                    content.Posts[1] with
                    {
                        Body = content.Posts[0].Body,
                        Images = [new Medium(null, ApplierFixture.Picture("a.png", "a1"))],
                    },
                ],
            }
        );

        var result = await fixture.Apply();

        Assert.That(
            result.Held.Select(item => (item.Key, item.Reason)),
            Is.EqualTo(new[] { ("p02", Reason.AlreadyThere) })
        );
    }
}
