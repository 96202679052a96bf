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

    protected string[] CallsOfTheSecondRun() =>
        [
            .. Fixture
                .Api.Calls.Skip(Fixture.Api.Calls.ToList().IndexOf("post") + 1)
                .Where(call => call is not ("me" or "clients")),
        ];
}
