using Galley.Cli.Tests.Running;

namespace Galley.Cli.Tests.Authoring;

/// <summary>`galley schedule` and `galley reschedule`. The clock says Monday 8 June 2026, 05:00 in New York.</summary>
internal sealed class ScheduleCommandTests
{
    [Test]
    public async Task Schedule_FillsTheQueue_AndKeepsEveryOtherCharacter()
    {
        await using var fixture = await WithSlots();
        const string File =
            "---\r\n# Ann's\r\nstatus: scheduled\r\nscheduled_at:   'next-slot'   # as soon as we can\r\n---\r\nOne.\r\n";
        fixture.Write("clients/northwind/posts/one.md", File);
        fixture.Write("clients/northwind/posts/two.yaml", "body: Two.\nscheduled_at: next-slot\nstatus: scheduled\n");
        fixture.WritePost("launch", "scheduled_at: 2026-06-09 08:40");

        var run = await fixture.Run("schedule", "--yes");

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(
            Read(fixture, "one.md"),
            Is.EqualTo(File.Replace("next-slot", "2026-06-11 12:00", StringComparison.Ordinal)),
            "Tuesday's slot is taken"
        );
        Assert.That(Read(fixture, "two.yaml"), Does.Contain("scheduled_at: 2026-06-16 08:30\n"));
        Assert.That(run.Out, Does.Contain("- scheduled_at:   'next-slot'").And.Contain("Wrote 2 times."));
        Assert.That((await fixture.Run("validate")).ExitCode, Is.Zero);
        Assert.That((await fixture.Run("schedule", "--yes")).Out, Does.Contain("nothing to do"));
    }

    [Test]
    public async Task Schedule_WithoutAYes_ShowsAndWritesNothing()
    {
        await using var fixture = await WithSlots();
        fixture.WritePost("one", "scheduled_at: next-slot");

        var run = await fixture.Run("schedule");
        var dry = await fixture.Run("schedule", "--dry-run");

        Assert.That((run.ExitCode, dry.ExitCode), Is.EqualTo(((int)ExitCode.Error, 0)));
        Assert.That(dry.Out, Does.Contain("+ scheduled_at: 2026-06-09 08:30").And.Contain("Nothing was written."));
        Assert.That(Read(fixture, "one.md"), Does.Contain("next-slot"));
    }

    [Test]
    public async Task NextSlot_ThatIsMerged_IsNeverSent()
    {
        await using var fixture = await WithSlots();
        fixture.WritePost("one", "scheduled_at: next-slot");
        await fixture.Run("ledger", "init");

        var run = await fixture.Run("apply");

        Assert.That(run.ExitCode, Is.EqualTo((int)ExitCode.ContentInvalid));
        Assert.That(run.Error, Does.Contain("GAL326").And.Contain("galley schedule --client northwind"));
        Assert.That(fixture.CreatesReceived, Is.Zero);
    }

    [Test]
    public async Task Reschedule_ByADay_KeepsTheTimeOfDay_AndLeavesWhatIsPast()
    {
        await using var fixture = await WithSlots();
        fixture.WritePost("past", "scheduled_at: 2026-06-01 10:00");
        fixture.WritePost("soon", "scheduled_at: 2026-06-09 10:00");
        fixture.WritePost("summer", "scheduled_at: 2026-10-31 10:00\napproved: 7QK4-M2XD-93TB");
        fixture.WritePost("offset", "scheduled_at: \"2026-06-20T10:00:00Z\"");

        var run = await fixture.Run("reschedule", "--by", "1d", "--from", "2026-06-10", "--yes");

        using var scope = Assert.EnterMultipleScope();
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(Read(fixture, "past.md"), Does.Contain("2026-06-01 10:00"));
        Assert.That(Read(fixture, "soon.md"), Does.Contain("2026-06-09 10:00"), "before --from");
        Assert.That(Read(fixture, "summer.md"), Does.Contain("2026-11-01 10:00"), "the clocks change in between");
        Assert.That(Read(fixture, "offset.md"), Does.Contain("scheduled_at: \"2026-06-21 06:00\""));
        Assert.That(run.Error, Does.Contain("1 of these posts was approved"));
    }

    [Test]
    public async Task Reschedule_IntoThePast_MovesNothing()
    {
        await using var fixture = await WithSlots();
        fixture.WritePost("soon", "scheduled_at: 2026-06-09 10:00");

        var run = await fixture.Run("reschedule", "--by=-2d", "--yes");

        Assert.That(run.ExitCode, Is.EqualTo((int)ExitCode.Error));
        Assert.That(run.Error, Does.Contain("soon would go out Sun 7 Jun 2026 10:00"));
        Assert.That(Read(fixture, "launch.md"), Does.Contain("2026-06-15 10:00"));
    }

    [Test]
    public async Task Reschedule_ToSlots_KeepsTheOrder_AndWhatDoesNotMove()
    {
        await using var fixture = await WithSlots();
        fixture.WritePost("fixed", "scheduled_at: 2026-06-09 08:30");
        fixture.WritePost("second", "scheduled_at: 2026-06-15 09:00");

        var run = await fixture.Run("reschedule", "--to-slots", "--from", "2026-06-10", "--yes");

        using var scope = Assert.EnterMultipleScope();
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(Read(fixture, "fixed.md"), Does.Contain("2026-06-09 08:30"));
        Assert.That(Read(fixture, "second.md"), Does.Contain("2026-06-11 12:00"));
        Assert.That(Read(fixture, "launch.md"), Does.Contain("2026-06-16 08:30"));
    }

    [TestCase("--by", "1d", "--to-slots")]
    [TestCase("--by", "soon")]
    [TestCase("--from", "2026-06-10")]
    [TestCase("--by", "1d", "--from", "June")]
    public async Task Reschedule_WithAWrongOption_SaysWhatToType(params string[] options)
    {
        await using var fixture = await WithSlots();

        var run = await fixture.Run(["reschedule", .. options]);

        Assert.That(run.ExitCode, Is.EqualTo((int)ExitCode.Error));
        Assert.That(run.Error, Does.Contain("--by").Or.Contain("Write it like 2026-06-15."));
    }

    [Test]
    public async Task Schedule_AsJson_SaysWhatItWrote()
    {
        await using var fixture = await WithSlots();
        fixture.WritePost("one", "scheduled_at: next-slot");

        var run = await fixture.Run("schedule", "--yes", "--format", "json");

        Assert.That(run.Out, Does.Contain("\"written\": true").And.Contain("\"to\": \"2026-06-09T12:30:00.000Z\""));
    }

    [Test]
    public async Task NewPost_TakesTheNextSlot()
    {
        await using var fixture = await WithSlots();

        var run = await fixture.Run("new", "post", "--text", "Hello");

        Assert.That(run.Error, Does.Contain("Tue 9 Jun 2026 08:30").And.Contain("the client's next free slot"));
    }

    private static async Task<CliFixture> WithSlots()
    {
        var fixture = await CliFixture.WithOnePost();
        fixture.Write(
            "clients/northwind/client.yaml",
            "name: Northwind Traders\nclient_id: 00000000-0000-4000-8000-000000000001\ntime_zone: America/New_York\n"
                + "slots: [Thu 12:00, Tue 08:30]\n"
        );
        return fixture;
    }

    private static string Read(CliFixture fixture, string post) =>
        File.ReadAllText(Path.Combine(fixture.Content, "clients/northwind/posts", post));
}
