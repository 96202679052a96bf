using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Galley.Cli.Tests.Running;
using Galley.Testing;

namespace Galley.EndToEnd.Tests.Workflows;

/// <summary>
/// A content repository whose files try to decide what its jobs run. Everything here was merged in a review that looked at posts
/// only; the jobs that hold the key must pass over it.
/// </summary>
internal sealed class HostileCheckoutTests
{
    private TemporaryFolder _folder = null!;
    private GitClone _clone = null!;

    private string Trap => _folder["a-trap-was-run"];

    [SetUp]
    public async Task MakeCheckout()
    {
        _folder = new TemporaryFolder();
        Directory.CreateDirectory(_folder["temp"]);
        _clone = GitClone.Bare(_folder["remote.git"]).Clone(_folder["clone"]);
        var init = await CliRun.In(
            _clone.Folder,
            "init",
            "--client-id",
            "00000000-0000-4000-8000-000000000001",
            "--now",
            CliFixture.Now
        );
        Assert.That(init.ExitCode, Is.Zero, init.Error);
        SetTraps();
    }

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [Test]
    public async Task Checkout_FullOfTraps_DecidesNothing()
    {
        var install = await Install();
        var plan = await Run("plan --out plan.json");

        using var scope = Assert.EnterMultipleScope();
        Assert.That((install.ExitCode, plan.ExitCode), Is.EqualTo((0, 0)), install.Out + plan.Out);
        Assert.That(plan.Out, Does.Contain("Plan: 1 ready for later, 1 draft."));
        Assert.That(File.Exists(Trap), Is.False);
        Assert.That(File.Exists(_folder["temp/plan.json"]), "it is written outside the checkout");
        Assert.That(await File.ReadAllTextAsync(_folder["victim"]), Is.EqualTo("untouched"));
    }

    /// <summary>Jobs once ran <c>dotnet tool restore</c> here. This shows that the trap for them is real.</summary>
    [Test]
    public async Task Checkout_FullOfTraps_CatchesWhoUsesTheSdkInIt()
    {
        var run = await Bash.Run(_clone.Folder, "dotnet tool restore", []);

        Assert.That(run.Out, Does.Contain("trapped"));
    }

    private void SetTraps()
    {
        foreach (var name in new[] { "galley", "dotnet", "git", "curl", "gunzip", "sha256sum", "evil/dotnet" })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(At(name))!);
            GitClone.Script(At(name), $"touch '{Trap}'");
        }

        Write("global.json", """{"sdk":{"version":"10.0.100","paths":["evil"],"errorMessage":"trapped"}}""");
        Write(
            "nuget.config",
            "<configuration><packageSources><clear /><add key=\"x\" value=\"evil\" /></packageSources></configuration>"
        );
        Write(
            ".config/dotnet-tools.json",
            """{"version":1,"isRoot":true,"tools":{"galley":{"version":"9.9.9","commands":["galley"]} } }"""
        );
        Write("Directory.Build.props", "<Project><Import Project=\"evil.props\" /></Project>");
        Write(".gitattributes", "* filter=evil diff=evil\n");
        Write(".curlrc", $"url = file://{_folder["victim"]}\n");
        File.WriteAllText(_folder["victim"], "untouched");
        File.CreateSymbolicLink(At("plan.json"), _folder["victim"]);
        _clone.Commit("began.txt", "");
    }

    private async Task<Bash> Install()
    {
        var galley = Path.Combine(TestContext.CurrentContext.TestDirectory, "Galley.Cli.dll");
        var program = Encoding.UTF8.GetBytes($"#!/bin/sh\nexec dotnet exec '{galley}' \"$@\"\n");
        await using (var packed = new GZipStream(File.Create(_folder["galley-linux-x64.gz"]), CompressionLevel.Fastest))
        {
            await packed.WriteAsync(program);
        }

        return await Bash.Run(
            _clone.Folder,
            WorkflowFile.ScriptOfANewRepository("install/action", "Install galley"),
            new()
            {
                ["ADDRESS"] = $"file://{_folder["galley-linux-x64.gz"]}",
                ["SHA256"] = Convert.ToHexStringLower(SHA256.HashData(program)),
                ["RUNNER_TEMP"] = _folder["temp"],
                ["GITHUB_PATH"] = _folder["path"],
            }
        );
    }

    private Task<Bash> Run(string arguments) =>
        Bash.Run(
            _clone.Folder,
            $"PATH=\"$(cat '{_folder["path"]}'):$PATH\"\n{WorkflowFile.ScriptOfANewRepository("galley/action", "Run galley")}",
            new()
            {
                ["GALLEY_CALL"] = "galley",
                ["GALLEY_ARGUMENTS"] = arguments,
                ["GALLEY_ALLOWED"] = "",
                ["GALLEY_CONTENT"] = ".",
                ["GALLEY_NOW"] = CliFixture.Now,
                ["GITHUB_WORKSPACE"] = _clone.Folder,
                ["RUNNER_TEMP"] = _folder["temp"],
                ["GITHUB_OUTPUT"] = _folder["output"],
            }
        );

    private void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.WriteAllText(At(path), text);
    }

    private string At(string path) => Path.Combine(_clone.Folder, path);
}
