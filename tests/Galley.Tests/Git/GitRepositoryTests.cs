using Galley.Git;
using Galley.Testing;

namespace Galley.Tests.Git;

public sealed class GitRepositoryTests
{
    private static readonly Dictionary<string, string> AnotherUser = new()
    {
        ["GIT_TEST_ASSUME_DIFFERENT_OWNER"] = "1",
    };

    [Test]
    public void Repository_OfAnotherUser_IsRefusedInGitsWords()
    {
        using var folder = new TemporaryFolder();
        GitClone.Bare(folder.Path);
        var request = new GitRequest("rev-parse", "--show-toplevel") { Environment = AnotherUser };

        Assert.That(
            () => new GitRepository(folder.Path).Run(request, CancellationToken.None),
            Throws
                .TypeOf<GalleyException>()
                .With.Message.Contain("belongs to another user")
                .And.Message.Contain($"git config --global --add safe.directory {folder.Path}")
        );
    }
}
