using Galley.Api;
using Galley.Applying.Looking;
using Galley.Content;

namespace Galley.Tests.Applying.Looking;

/// <summary>Doubts that the account's own list ends, and those that stay a person's.</summary>
[TestOf(typeof(InDoubtReconciler))]
internal sealed class InDoubtReconcilerTests
{
    private const string Id = "11111111-0000-4000-8000-000000000001";
    private ApplierFixture _fixture = null!;

    [SetUp]
    public void MakeOnePost() => _fixture = new ApplierFixture().Client("acme").Post("acme", "p01");

    [Test]
    public async Task WhoseObjectTheListShows_IsFound()
    {
        await Doubt();
        await _fixture.AddLike("acme", "p01", Id);
        _fixture.Clock.Advance(TimeSpan.FromMinutes(20));

        var result = await _fixture.Apply();

        Assert.That(_fixture.LedgerOf("acme").Last(), Is.EqualTo("found p01"));
        Assert.That(result.Done.Single().Id, Is.EqualTo(Id));
        Assert.That(result.InDoubt, Is.Empty);
        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Fine));
    }

    [Test]
    public async Task WhoseObjectTheListShows_WhileItsFileChanged_IsNotDoneYet()
    {
        await Doubt();
        await _fixture.AddLike("acme", "p01", Id);
        _fixture.Clock.Advance(TimeSpan.FromMinutes(20));
        _fixture.Edit("acme", content =>
            content with
            {
                Posts = [.. content.Posts.Select(post => post with { Body = "Other words." })],
            }
        );

        var result = await _fixture.Apply();

        Assert.That(_fixture.LedgerOf("acme").Last(), Is.EqualTo("found p01"));
        Assert.That(result.Done, Is.Empty);
        Assert.That(result.NotStarted.Single().Sentence, Does.Contain(Id).And.Contain("Run apply again"));
        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.PersonNeeded));
    }

    [Test]
    public async Task WhoseObjectTheListShows_IsNotFoundASecondTime_ForAFileThatSaysTheSame()
    {
        await Doubt();
        await _fixture.AddLike("acme", "p01", Id);
        _fixture.Clock.Advance(TimeSpan.FromMinutes(20));
        _fixture.MoveTextToANewFile("acme");

        await _fixture.Apply();

        Assert.That(
            _fixture.LedgerOf("acme").Count(e => e.StartsWith("found", StringComparison.Ordinal)),
            Is.EqualTo(1)
        );
    }

    [Test]
    public async Task ThatAVouchingListDenies_IsAbsent_AndSentByTheNextApply()
    {
        await Doubt();
        _fixture.Clock.Advance(TimeSpan.FromMinutes(18));

        var result = await _fixture.Apply();

        Assert.That(_fixture.LedgerOf("acme").Last(), Is.EqualTo("absent p01"));
        Assert.That(_fixture.Api.Creates, Has.Count.EqualTo(1), "not in the same run");
        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Fine));
        _fixture.Api.OnCreate = create => Task.FromResult(Testing.ScriptedLeadPanther.Created(create));
        Assert.That((await _fixture.Apply()).Done.Single().Key, Is.EqualTo("p01"));
    }

    [TestCase(10, true, false)]
    [TestCase(18, false, false)]
    [TestCase(18, true, true)]
    public async Task IsAPersons_BeforeTheListCanTell_OrWhereItDoesNotVouch_OrWhereAskedFor(
        int minutes,
        bool isWhole,
        bool asks
    )
    {
        await Doubt();
        _fixture.Clock.Advance(TimeSpan.FromMinutes(minutes));
        var list = _fixture.Api.OnList;
        _fixture.Api.OnList = (account, kind) => list(account, kind) with { IsWhole = isWhole };
        _fixture.Edit("acme", content =>
            content with
            {
                Client = content.Client! with { Live = new LivePolicy(AsksOnDoubts: asks) },
            }
        );

        var result = await _fixture.Apply();

        Assert.That(result.InDoubt.Single().Key, Is.EqualTo("p01"));
        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.PersonNeeded));
    }

    [Test]
    public async Task WhereAListHidesAnObject_ProvesNothing()
    {
        _fixture.Post("acme", "p02");
        _fixture.Api.OnCreate = create =>
            Task.FromResult<CreateAnswer>(
                create.Wire.Contains("p01", StringComparison.Ordinal)
                    ? new CreateAnswer.Unclear("It broke.", null)
                    : Testing.ScriptedLeadPanther.Created(create)
            );
        await _fixture.Apply();
        _fixture.Clock.Advance(TimeSpan.FromMinutes(20));
        _fixture.Api.OnList = (_, _) => new LiveList([], IsWhole: true, null);

        var result = await _fixture.Apply();

        Assert.That(result.InDoubt.Single().Key, Is.EqualTo("p01"));
    }

    [Test]
    public async Task WhereSomethingOfNobodysStandsAtItsTime_IsAPersons()
    {
        await Doubt();
        await _fixture.AddLike("acme", "p01", Id, """{"text":"Somebody edited this."}""");
        _fixture.Clock.Advance(TimeSpan.FromMinutes(20));

        Assert.That((await _fixture.Apply()).InDoubt.Single().Key, Is.EqualTo("p01"));
    }

    private async Task Doubt()
    {
        _fixture.Api.OnCreate = _ => Task.FromResult<CreateAnswer>(new CreateAnswer.Unclear("It broke.", null));
        await _fixture.Apply();
    }
}
