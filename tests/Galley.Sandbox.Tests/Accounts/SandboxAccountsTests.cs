using Galley.Sandbox.Accounts;

namespace Galley.Sandbox.Tests.Accounts;

internal sealed class SandboxAccountsTests
{
    [Test]
    public void Accounts_FromJson_AreReadAndUnknownFieldsAreSaid()
    {
        var accounts = SandboxAccounts.Parse(
            """
            {
              "clients": [{"user_id": "c", "full_name": "C", "label": "c", "grant_status": "revoked"}],
              "direct": [{"user_id": "d", "full_name": "D", "label": "dee"}]
            }
            """
        );

        Assert.Multiple(() =>
        {
            Assert.That(accounts.Clients.Single().GrantStatus, Is.EqualTo("revoked"));
            Assert.That(SandboxAccounts.DirectSecret(accounts.Direct.Single()), Is.EqualTo("lp_sandbox_direct_dee"));
            Assert.That(
                () => SandboxAccounts.Parse("""{"client": []}"""),
                Throws.TypeOf<GalleyException>().With.Message.Contains("client")
            );
        });
    }
}
