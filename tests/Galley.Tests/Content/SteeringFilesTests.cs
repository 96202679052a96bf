using Galley.Content;
using Galley.Testing;

namespace Galley.Tests.Content;

internal sealed class SteeringFilesTests
{
    [TestCase(".github/workflows/plan.yml", true)]
    [TestCase(".github/CODEOWNERS", true)]
    [TestCase(".config/dotnet-tools.json", true)]
    [TestCase("clients/northwind/.config/dotnet-tools.json", true)]
    [TestCase("global.json", true)]
    [TestCase("clients/northwind/GLOBAL.json", true)]
    [TestCase("NuGet.Config", true)]
    [TestCase("Directory.Build.props", true)]
    [TestCase("directory.packages.props", true)]
    [TestCase(".gitattributes", true)]
    [TestCase("clients/northwind/media/.gitattributes", true)]
    [TestCase(".gitmodules", true)]
    [TestCase(".lfsconfig", true)]
    [TestCase("clients/northwind/posts/global.json.md", false)]
    [TestCase("clients/northwind/posts/directory.md", false)]
    [TestCase("clients/github/posts/launch.md", false)]
    [TestCase("galley.yaml", false)]
    public void Among_OfOnePath_IsWhatDecidesHowProgramsRun(string path, bool steers) =>
        Assert.That(SteeringFiles.Among([path]).Length == 1, Is.EqualTo(steers));

    [Test]
    public async Task ChangedByBranch_IsWhatTheBranchAdded_AndNotWhatMainHas()
    {
        using var folder = new TemporaryFolder();
        var remote = GitClone.Bare(folder["remote.git"]);
        var clone = remote.Clone(folder["clone"]);
        clone.Commit("nuget.config", "<configuration />");
        clone.Git("push", "--quiet", "origin", "HEAD:main");
        clone.Git("fetch", "--quiet", "origin");
        clone.Git("remote", "set-head", "origin", "main");
        var onMain = await SteeringFiles.ChangedByBranch(clone.Folder, CancellationToken.None);

        clone.Git("checkout", "--quiet", "-b", "post");
        clone.Commit("global.json", "{}");
        clone.Commit("clients/northwind/posts/launch.md", "Hello.");

        Assert.That(onMain, Is.Empty);
        Assert.That(
            await SteeringFiles.ChangedByBranch(clone.Folder, CancellationToken.None),
            Is.EqualTo(new[] { "global.json" })
        );
    }

    [Test]
    public async Task ChangedByBranch_OutsideARepository_IsNone()
    {
        using var folder = new TemporaryFolder();

        Assert.That(await SteeringFiles.ChangedByBranch(folder.Path, CancellationToken.None), Is.Empty);
    }
}
