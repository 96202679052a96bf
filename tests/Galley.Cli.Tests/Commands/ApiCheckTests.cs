using Galley.Cli.Tests.Running;
using Galley.Testing;

namespace Galley.Cli.Tests.Commands;

/// <summary><c>api check FILE</c>.</summary>
internal sealed class ApiCheckTests
{
    [Test]
    public async Task Check_FileThatAgrees_IsFine()
    {
        using var folder = new TemporaryFolder();
        var file = OpenApiFile.Agreeing().ToJsonString();

        var run = await Check(folder, file);

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(run.Out, Does.Match("agrees +PATCH /clients/{clientId}/posts/{id} +posts:write\n"));
        Assert.That(
            run.Out,
            Does.Match("Of ([0-9]+) things that Galley uses, \\1 agree with the file, 0 differ, and 0 are")
        );
    }

    [Test]
    public async Task Check_FileThatDiffers_SaysWhereAndEndsWithOne()
    {
        using var folder = new TemporaryFolder();
        var file = OpenApiFile.Agreeing();
        file["paths"]!["/posts/{id}"]!.AsObject().Remove("delete");
        file["paths"]!["/posts"]!["post"]!["x-required-scopes"]![0] = "posts:create";

        var text = await Check(folder, file.ToJsonString());
        var json = await Check(folder, file.ToJsonString(), "--format", "json");

        using var scope = Assert.EnterMultipleScope();
        Assert.That(text.ExitCode, Is.EqualTo(1));
        Assert.That(
            text.Out,
            Does.Match(
                    "missing +DELETE /posts/{id} +The file has GET /posts/{}, PATCH /posts/{}, GET /posts/{}/engagement.\n"
                )
                .And.Match("differs +POST /posts +Galley expects posts:write, the file requires posts:create.\n")
        );
        Assert.That(json.ExitCode, Is.EqualTo(1));
        Assert.That((json.Json["differ"]!.GetValue<int>(), json.Json["missing"]!.GetValue<int>()), Is.EqualTo((1, 1)));
        Assert.That(
            json.Json["findings"]!.AsArray().Single(item => item!["verdict"]!.ToString() == "missing")![
                "operation"
            ]!.ToString(),
            Is.EqualTo("delete-post")
        );
    }

    [Test]
    public async Task Check_SomethingElse_IsOneSentence()
    {
        using var folder = new TemporaryFolder();

        var run = await Check(folder, "# Notes\n");

        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(
            run.Error,
            Is.EqualTo(
                "galley: openapi.yaml is not an OpenAPI file: name LeadPanther's openapi.yaml, or the same as JSON.\n"
            )
        );
    }

    private static Task<CliRun> Check(TemporaryFolder folder, string file, params string[] more)
    {
        File.WriteAllText(folder["openapi.yaml"], file);
        return CliRun.In(folder.Path, ["api", "check", "openapi.yaml", .. more]);
    }
}
