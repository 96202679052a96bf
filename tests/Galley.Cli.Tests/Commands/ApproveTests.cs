using Galley.Cli.Tests.Running;
using Galley.Testing;

namespace Galley.Cli.Tests.Commands;

/// <summary>A client's approval without Git: by codes, from its mailed answer, and from a comment.</summary>
internal sealed class ApproveTests
{
    private CliFixture _fixture = null!;

    [SetUp]
    public async Task OneClientThatMustApprove()
    {
        _fixture = await CliFixture.WithOnePost();
        _fixture.Write(
            "clients/northwind/client.yaml",
            "name: Northwind Traders\nclient_id: 00000000-0000-4000-8000-000000000001\n"
                + "time_zone: America/New_York\napproval: {required: true, by: 48h}\n"
        );
        await _fixture.Run("ledger", "init");
    }

    [TearDown]
    public async Task CleanUp() => await _fixture.DisposeAsync();

    [Test]
    public async Task Approve_ByCode_LetsExactlyThatTextOut_AndThePlanSaysWhoAndWhen()
    {
        Assert.That((await _fixture.Run("apply")).ExitCode, Is.Zero);
        Assert.That(_fixture.CreatesReceived, Is.Zero);
        var code = await Code();

        var run = await _fixture.Run("approve", "northwind", code.ToLowerInvariant(), "--by", "Anna Smith");
        var plan = await _fixture.Run("plan");
        var apply = await _fixture.Run("apply");

        using var scope = Assert.EnterMultipleScope();
        Assert.That(
            (run.ExitCode, run.Out),
            Is.EqualTo((0, $"Recorded: Anna Smith approved post northwind/launch ({code}).\n"))
        );
        Assert.That(plan.Out, Does.Contain("Approved by Anna Smith, Mon 8 Jun 05:00"));
        Assert.That(plan.Error, Does.Not.Contain("GAL318"));
        Assert.That((apply.ExitCode, _fixture.CreatesReceived), Is.EqualTo((0, 1)), apply.Error);
    }

    [Test]
    public async Task Approve_ATextThatChangedSince_IsRefused_AndWhatWasApprovedHoldsNoMore()
    {
        var code = await Code();
        await _fixture.Run("approve", "northwind", code, "--by", "Anna");
        _fixture.WritePost("launch", body: "Other words.");

        var run = await _fixture.Run("approve", "northwind", code, "--by", "Anna");
        await _fixture.Run("apply");

        using var scope = Assert.EnterMultipleScope();
        Assert.That(run.ExitCode, Is.EqualTo((int)ExitCode.Error));
        Assert.That(run.Error, Does.Contain($"No post of northwind has the code {code} now"));
        Assert.That(_fixture.CreatesReceived, Is.Zero);
    }

    [Test]
    public async Task Approve_SeveralCodes_TakesTheRightOnesAndNamesTheOthers()
    {
        var run = await _fixture.Run("approve", "northwind", "7QK4", await Code(), "--by", "Anna", "--format", "json");

        var answers = run.Json["answers"]!.AsArray();
        Assert.That(run.ExitCode, Is.EqualTo((int)ExitCode.Error));
        Assert.That(answers.Select(answer => answer!["taken"]!.GetValue<bool>()), Is.EqualTo(new[] { false, true }));
        Assert.That(answers[0]!["message"]!.ToString(), Does.Contain("\"7QK4\" is not an approval code"));
    }

    [Test]
    public async Task Approve_Twice_SaysWhoWasFirst()
    {
        var code = await Code();
        await _fixture.Run("approve", "northwind", code, "--by", "Anna");

        var run = await _fixture.Run("approve", "northwind", code, "--by", "Bob");

        Assert.That((run.ExitCode, run.Out), Is.EqualTo((0, "post northwind/launch is approved already, by Anna.\n")));
    }

    [Test]
    public async Task Approve_FromAMailThatQuotesTheAnswer_TakesItsCodesAndItsName()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(
            folder["answer.txt"],
            $"Hi,\r\nplease see below.\r\n\r\n> Posts for Northwind Traders: 1 of 1 post decided\r\n> Answered by: Anna Smith\r\n"
                + ">\r\n> Approved\r\n> - Mon 15 Jun 2026, 10:00: The words of launch. (X)\r\n>\r\n> For the "
                + $"agency\r\n>\r\n> /galley approve northwind {await Code()}\r\n"
        );

        var run = await _fixture.Run("approve", "--file", folder["answer.txt"]);

        Assert.That((run.ExitCode, run.Out), Is.EqualTo((0, run.Out)), run.Error);
        Assert.That(run.Out, Does.StartWith("Recorded: Anna Smith approved post northwind/launch"));
    }

    [TestCase("Nothing is fine.\n", "approves no post")]
    [TestCase("/galley approve ../x 7QK4-M2XD-93TB\n", "is not a client's folder")]
    [TestCase("/galley approve northwind\n", "Type: approve CLIENT CODE")]
    public async Task Approve_FromAnotherFile_SaysWhatIsMissing(string text, string words)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["answer.txt"], text);

        var run = await _fixture.Run("approve", "--file", folder["answer.txt"], "--by", "Anna");

        Assert.That(run.ExitCode, Is.EqualTo((int)ExitCode.Error));
        Assert.That(run.Error, Does.Contain(words));
    }

    [Test]
    public async Task Approve_InAComment_IsTakenUnderTheNameOfWhoWroteIt()
    {
        await using var github = Job.On(_fixture, "schedule", "{}");
        github.Permissions["anna"] = "write";

        var run = await Job.Hear(_fixture, github, $"/galley approve northwind {await Code()} 7QK4");

        using var scope = Assert.EnterMultipleScope();
        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(
            github.Comments[^1].Body,
            Does.Contain("Taken: 1 of 2.").And.Contain("Recorded: anna approved post northwind/launch")
        );
        Assert.That((await _fixture.Run("plan")).Out, Does.Contain("Approved by anna"));
    }

    [Test]
    public async Task Issue_WhenTheTimeComesNear_RemindsOfTheApproval()
    {
        await using var github = Job.On(_fixture, "schedule", "{}");
        await _fixture.Run("refresh", "--github");
        Assert.That(github.Issues, Is.Empty);

        _fixture.At = "2026-06-12T15:00:00Z";
        await _fixture.Run("refresh", "--github");

        Assert.That(
            github.Issues.Single().Body,
            Does.Contain("## On hold until the client approves (1)")
                .And.Contain("Northwind Traders: 1 post waits for the client's approval.")
                .And.Contain("the answer is due Sat 13 Jun 10:00 New York")
        );
    }

    private async Task<string> Code() =>
        (await _fixture.Run("plan", "--format", "json")).Json["clients"]!.AsArray()[0]!["actions"]!
            .AsArray()
            .Single(action => action!["key"]!.ToString() == "launch")!["approval_code"]!.ToString();
}
