using System.IO.Compression;
using Galley.Cli.Tests.Running;
using Galley.EndToEnd.Tests.Conventions;
using Galley.Testing;

namespace Galley.EndToEnd.Tests.Package;

/// <summary>The package that <c>dotnet cake --target=Pack</c> makes, installed where nothing of this repository is.</summary>
internal sealed class PackageTests
{
    private TemporaryFolder _folder = null!;
    private string _package = null!;

    [OneTimeSetUp]
    public async Task Pack()
    {
        _folder = new TemporaryFolder();
        // What was built for the tests: debug or release.
        var configuration = Path.GetFileName(
            TestContext.CurrentContext.TestDirectory.TrimEnd(Path.DirectorySeparatorChar)
        );
        (
            await DotNet.Run(
                Repository.Root,
                home: null,
                "pack",
                "src/Galley.Cli",
                "--no-build",
                "--configuration",
                configuration,
                "--output",
                _folder["packages"]
            )
        ).Fine();
        _package = Directory.GetFiles(_folder["packages"]).Single();
    }

    [OneTimeTearDown]
    public void Remove() => _folder.Dispose();

    [Test]
    public void Package_Holds_WhatSomebodyWhoHasOnlyItLooksFor()
    {
        using var package = ZipFile.OpenRead(_package);

        Assert.That(Path.GetFileName(_package), Does.Match(@"^galley\.[0-9].*\.nupkg$"), "the id is what people type");
        Assert.That(
            package.Entries.Select(entry => entry.FullName),
            Is.SupersetOf(Schemas().Append("LICENSE").Append("README.md").Append("docs/github.md"))
        );
        Assert.That(
            package.Entries.Select(entry => entry.Name),
            Has.None.Contains("Test").And.None.EqualTo("Galley.xml")
        );

        static IEnumerable<string> Schemas() => Repository.Files("schemas", "*.schema.json");
    }

    [Test]
    public async Task Package_InANewRepository_ValidatesAndPlans()
    {
        await File.WriteAllTextAsync(
            _folder["nuget.config"],
            $"""<configuration><packageSources><clear /><add key="here" value="{_folder["packages"]}" /></packageSources></configuration>"""
        );
        (
            await DotNet.Run(_folder.Path, _folder["home"], "tool", "install", "galley", "--tool-path", _folder["tool"])
        ).Fine();
        (
            await DotNet.Run(
                _folder.Path,
                home: null,
                "exec",
                Installed(),
                "init",
                "content",
                "--client-id",
                "00000000-0000-4000-8000-000000000001",
                "--now",
                CliFixture.Now
            )
        ).Fine();
        var content = _folder["content"];

        var validate = await DotNet.Run(content, home: null, "exec", Installed(), "validate", "--now", CliFixture.Now);
        var plan = await DotNet.Run(content, home: null, "exec", Installed(), "plan", "--now", CliFixture.Now);

        Assert.That(validate.Fine(), Is.EqualTo("1 client: no problems.\n"));
        Assert.That(plan.Fine(), Does.EndWith("Plan: 1 ready for later, 1 draft.\n"));

        string Installed() =>
            Directory.GetFiles(_folder["tool"], "Galley.Cli.dll", SearchOption.AllDirectories).Single();
    }
}
