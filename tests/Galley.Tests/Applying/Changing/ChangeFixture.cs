using Galley.Api;

namespace Galley.Tests.Applying.Changing;

/// <summary>What was sent by a first apply, changed or taken out in the files, and applied again.</summary>
internal abstract class ChangeFixture
{
    protected const string PostId = "00000000-0000-4000-8000-000000000001";

    protected ApplierFixture Fixture { get; private set; } = null!;

    [SetUp]
    public async Task SendOnePost()
    {
        Fixture = new ApplierFixture().Client("acme").Post("acme", "p01");
        await Fixture.Apply();
    }

    /// <summary>The next request arrives, and from then on no read is answered, until what this gives is called.</summary>
    protected Action LoseTheAnswer()
    {
        var get = Fixture.Api.OnGet;
        Fixture.Api.OnChange = change =>
        {
            Fixture.Api.Carry(change);
            Fixture.Api.OnGet = (_, _, _) => throw new ApiException("LeadPanther answered 502.", 502, null);
            return Task.FromResult<ChangeAnswer>(new ChangeAnswer.Unclear("LeadPanther answered 502.", null));
        };
        return () => Fixture.Api.OnGet = get;
    }

    protected string[] CallsOfTheSecondRun() =>
        [
            .. Fixture
                .Api.Calls.Skip(Fixture.Api.Calls.ToList().IndexOf("post") + 1)
                .Where(call => call is not ("me" or "clients")),
        ];
}
