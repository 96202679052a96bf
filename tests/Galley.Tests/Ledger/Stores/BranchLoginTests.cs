using Galley.Ledger.Stores;
using Galley.Testing;
using Galley.Testing.Remotes;

namespace Galley.Tests.Ledger.Stores;

/// <summary>A Git host that wants to know who is asking: nobody sits at the keyboard, so it ends in a sentence.</summary>
internal sealed class BranchLoginTests : BranchLedgerTests
{
    private HttpGitHost? _host;

    private HttpGitHost Host => _host ??= new HttpGitHost(Root.Path);

    [OneTimeSetUp]
    public void NeedTheServer() =>
        Assume.That(
            GitHost.IsInstalled(HttpGitHost.Program),
            $"this machine's git comes without {HttpGitHost.Program}: install it to run these tests"
        );

    [TestCase("http://", "asks for a login")]
    [TestCase("http://user:hunter2@", "asks for a login")]
    public void Login_Wanted_IsOneSentenceAtOnce(string scheme, string words)
    {
        Host.Refusal = 401;
        Clone.Git(
            "remote",
            "set-url",
            "origin",
            Host.UrlOf("remote.git").Replace("http://", scheme, StringComparison.Ordinal)
        );
        var asked = Host.Requests.Count;

        var refused = Assert.ThrowsAsync<StoreException>(() => Open(Clone)).Result;

        Assert.That(
            refused!.Message,
            Does.Contain(words).And.Contain("persist-credentials").And.Not.Contain("hunter2").And.Not.Contain("\n")
        );
        Assert.That(Host.Requests.Count - asked, Is.LessThanOrEqualTo(2), "asking again would change nothing");
    }

    [Test]
    public void Right_Missing_IsOneSentence()
    {
        Host.Refusal = 403;

        Assert.That(
            () => Open(Clone),
            Throws.TypeOf<StoreException>().With.Message.Contains("403").And.Message.Contains("right to read it")
        );
    }

    protected override void Reach(GitClone clone) => clone.Git("remote", "set-url", "origin", Host.UrlOf("remote.git"));

    protected override async ValueTask Leave()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }

        _host = null;
    }
}
