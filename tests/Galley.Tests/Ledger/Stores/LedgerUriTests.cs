using Galley.Ledger.Stores;

namespace Galley.Tests.Ledger.Stores;

internal sealed class LedgerUriTests
{
    [Test]
    public void Parse_Folder_CountsFromTheContentRoot() =>
        Assert.That(
            ((LedgerUri.Folder)LedgerUri.Parse("folder:galley-ledger")).FullPath("/content"),
            Is.EqualTo(Path.GetFullPath("/content/galley-ledger"))
        );

    [TestCase("git:galley-ledger", "galley-ledger", "origin")]
    [TestCase("git:ledger/2026@upstream", "ledger/2026", "upstream")]
    public void Parse_Branch_KnowsItsRemote(string text, string branch, string remote)
    {
        var uri = LedgerUri.Parse(text);

        Assert.That(uri, Is.EqualTo(new LedgerUri.Branch(branch, remote)));
        Assert.That(uri.ToString(), Is.EqualTo(text));
    }

    [TestCase("")]
    [TestCase("galley-ledger")]
    [TestCase("folder:")]
    [TestCase("git:")]
    [TestCase("git:--upload-pack=x")]
    [TestCase("git:a..b")]
    [TestCase("git:a@-x")]
    [TestCase("git:a b")]
    [TestCase("git:a.lock")]
    [TestCase("git:a/")]
    [TestCase("s3:bucket")]
    public void Parse_AnythingElse_SaysWhatToType(string text) =>
        Assert.That(
            () => LedgerUri.Parse(text),
            Throws.TypeOf<GalleyException>().With.Message.Contains($"\"{text}\"").And.Message.Contains("Write ")
        );
}
