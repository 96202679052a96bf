namespace Galley.Tests.Rules.Posts;

/// <summary><c>blackout</c> and <c>next-slot</c>. The clock says Monday 1 June 2026.</summary>
internal sealed class SlotRulesTests
{
    [TestCase("2026-12-24..2026-12-26", "2026-12-25 10:00")]
    [TestCase("2026-12-25", "2026-12-25 23:59")]
    [TestCase("weekends", "2026-06-06 10:00")]
    public void Blackout_WithAPost_IsAWarningOnItsTime(string blackout, string time)
    {
        using var fixture = new RuleFixture($"blackout: [{blackout}]\n");

        var found = fixture.Post("a", $"scheduled_at: {time}\n").Problems().Single();

        Assert.That((found.Code.Id, found.At.Line), Is.EqualTo(("GAL325", 3)));
        Assert.That(found.Message, Does.Contain(blackout));
    }

    [TestCase("2026-12-24..2026-12-26", "2026-12-27 00:00")]
    [TestCase("2026-12-24..2026-12-26", "2026-12-27 04:00Z")]
    [TestCase("weekends", "2026-06-05 10:00")]
    public void Blackout_WithoutAPost_IsFine(string blackout, string time)
    {
        using var fixture = new RuleFixture($"blackout: [{blackout}]\n");

        // 04:00 UTC on the 27th is 23:00 on the 26th in New York.
        var isOnTheDay = time.EndsWith('Z');

        Assert.That(
            fixture.Post("a", $"scheduled_at: {time}\n").Found(),
            isOnTheDay ? Has.Length.EqualTo(1) : Is.Empty
        );
    }

    [Test]
    public void Blackout_OfAllClients_CountsToo_AndCanBeAnError()
    {
        using var fixture = new RuleFixture(
            "rules: {GAL325: error}\n",
            "time_zone: America/New_York\nblackout: [2026-06-15]\n"
        );

        Assert.That(fixture.Post("a").Found(), Is.EqualTo(["GAL325 posts/a.md:3"]));
        Assert.That(fixture.Read().Client!.Rules.Keys, Is.EqualTo(["GAL325"]));
    }

    [TestCase("2026-02-30")]
    [TestCase("2026-12-26..2026-12-24")]
    public void Blackout_OfNoDays_IsAnError(string blackout)
    {
        using var fixture = new RuleFixture($"blackout: [{blackout}]\n");

        Assert.That(fixture.Found(), Is.EqualTo(["GAL217 client.yaml:3"]));
    }

    [TestCase("slots: [Tue 8:30]")]
    [TestCase("slots: [Tuesday 08:30]")]
    [TestCase("slots: [Tue 24:00]")]
    [TestCase("blackout: [Christmas]")]
    public void WrongForm_IsAnError_AndNothingElse(string line)
    {
        using var fixture = new RuleFixture($"{line}\n");

        Assert.That(fixture.Found(), Is.EqualTo(["GAL205 client.yaml:3"]));
    }

    [Test]
    public void NextSlot_OfAScheduledPost_IsAnError_OfADraftItIsFine()
    {
        using var fixture = new RuleFixture();
        fixture.Post("a", "scheduled_at: next-slot\n").Post("b", "status: draft\nscheduled_at: next-slot\n");

        Assert.That(fixture.Found(), Is.EqualTo(["GAL326 posts/a.md:3"]));
    }
}
