using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Galley.EndToEnd.Tests.Workflows;

/// <summary>The script that installs Galley, run.</summary>
internal sealed class InstallScriptTests : WorkflowScripts
{
    [Test]
    public async Task Install_OfTheNamedProgram_PutsItOutsideTheCheckout()
    {
        var (file, sha256) = await AProgram("echo it runs");

        var run = await Install(file, sha256);

        Assert.That(run.ExitCode, Is.Zero, run.Out);
        Assert.That(await File.ReadAllTextAsync(Folder["path"]), Is.EqualTo($"{Folder["galley"]}\n"));
        Assert.That(
            (await Bash.Run(Folder.Path, "galley/galley", [])).Out,
            Is.EqualTo("it runs\n"),
            "it is unpacked, and may be run"
        );
    }

    [Test]
    public async Task Install_OfAnotherProgram_IsRefused()
    {
        var (file, _) = await AProgram("echo a stranger");

        var run = await Install(file, new string('0', 64));

        Assert.That((run.ExitCode, File.Exists(Folder["path"])), Is.EqualTo((1, false)), run.Out);
    }

    [Test]
    public async Task Install_ThatNobodyFilledIn_SaysWhereToWriteIt()
    {
        var run = await Install("", "");

        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Out, Does.StartWith("::error title=Galley::Write into .github/actions/install/action.yml"));
    }

    /// <summary>The packed file, and the hash of what is in it.</summary>
    private async Task<(string File, string Sha256)> AProgram(string script)
    {
        var program = Encoding.UTF8.GetBytes($"#!/bin/sh\n{script}\n");
        await using (var packed = new GZipStream(File.Create(Folder["galley-linux-x64.gz"]), CompressionLevel.Fastest))
        {
            await packed.WriteAsync(program);
        }

        return (Folder["galley-linux-x64.gz"], Convert.ToHexStringLower(SHA256.HashData(program)));
    }

    private Task<Bash> Install(string file, string sha256) =>
        Bash.Run(
            Folder.Path,
            Script("install/action", "Install galley"),
            new()
            {
                ["ADDRESS"] = $"file://{file}",
                ["SHA256"] = sha256,
                ["RUNNER_TEMP"] = Folder.Path,
                ["GITHUB_PATH"] = Folder["path"],
            }
        );
}
