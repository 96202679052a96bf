using Galley.Cli.Tests.Running;
using Galley.Testing;
using Snapshooter.NUnit;

namespace Galley.Cli.Tests.Authoring;

internal sealed class InitCommandTests
{
    [Test]
    public async Task Init_OfAnEmptyFolder_MakesARepositoryThatValidates()
    {
        using var repo = await NewRepo.Init();

        var validate = await repo.Galley("validate");

        Assert.That(validate.Out, Is.EqualTo("1 client: no problems.\n"));
        Assert.That(repo.Problems(), Is.Empty);
        Snapshot.Match(
            string.Concat(
                Directory
                    .GetFiles(repo.Root, "*", SearchOption.AllDirectories)
                    .Select(file => Path.GetRelativePath(repo.Root, file).Replace('\\', '/'))
                    .Where(file => !file.StartsWith("schemas/", StringComparison.Ordinal))
                    .Order(StringComparer.Ordinal)
                    .Select(file => $"=== {file}\n{repo.Read(file)}")
            )
        );
    }

    [Test]
    public async Task Init_WithoutAnId_DoesNotValidateAsFine()
    {
        using var repo = await NewRepo.InitWith();

        var validate = await repo.Galley("validate");
        var plan = await repo.Galley("plan");

        Assert.That(validate.ExitCode, Is.EqualTo(3));
        Assert.That(
            validate.Out,
            Does.Contain("GAL220")
                .And.Contain("clients/northwind-traders/client.yaml:3:12")
                .And.Contain("`galley clients`")
        );
        Assert.That(plan.ExitCode, Is.EqualTo(3), "the plan does not promise to send anything");
    }

    [Test]
    public async Task Init_AsItStands_WouldSendNothing()
    {
        using var repo = await NewRepo.Init();

        var plan = await repo.Galley("plan", "--format", "json");

        Assert.That(
            plan.Json["totals"]!
                .AsObject()
                .Where(total => (int)total.Value! > 0)
                .Select(total => $"{total.Key} {total.Value}"),
            Is.EqualTo(new[] { "wait 2" })
        );
    }

    [Test]
    public async Task Init_OfAFolderWithContent_Refuses()
    {
        using var repo = await NewRepo.Init();

        var again = await repo.Galley("init", ".");

        Assert.That(again.ExitCode, Is.EqualTo(1));
        Assert.That(again.Error, Does.Contain("already has content"));
    }

    [Test]
    public async Task Init_BesideOtherFiles_KeepsThem()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["README.md"], "Ours.");

        var run = await CliRun.In(folder.Path, "init", "--now", "2026-06-08T09:00:00Z");

        Assert.That(run.Out, Does.Contain("Kept README.md, which already existed"));
        Assert.That(await File.ReadAllTextAsync(folder["README.md"]), Is.EqualTo("Ours."));
        Assert.That(
            run.Error,
            Does.Contain("galley validate").And.Contain("galley plan").And.Contain("galley ledger init")
        );
    }
}
