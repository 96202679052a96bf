using System.Text;
using Galley.Cli.Hosting;
using Galley.Testing;

namespace Galley.EndToEnd.Tests.Browser;

/// <summary>The report as a PDF, by the system's own browser.</summary>
internal sealed class PdfTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void Create() => _folder = new TemporaryFolder();

    [TearDown]
    public void Clean() => _folder.Dispose();

    [Test]
    public async Task Pdf_IsPrinted_FromAPathWithAnyLetters_AndNothingElseIsLeft()
    {
        _ = Chromium.Browser;
        var page = _folder["juin – é #1.html"];
        File.WriteAllText(page, "<!DOCTYPE html><title>June</title><p>12 posts");
        var target = _folder["juin é.pdf"];
        File.WriteAllText(target, "an older one");

        await PdfPrinter.Print(
            BrowserFinder.Find(name => name == "PATH" ? "/usr/bin:/snap/bin" : null),
            page,
            target,
            default
        );

        using var scope = Assert.EnterMultipleScope();
        Assert.That(Encoding.ASCII.GetString(File.ReadAllBytes(target), 0, 5), Is.EqualTo("%PDF-"));
        Assert.That(Directory.GetFileSystemEntries(_folder.Path), Is.EquivalentTo(new[] { page, target }));
    }

    [Test]
    public async Task Pdf_ThatTheBrowserDoesNotMake_LeavesTheOlderOne_AndSaysWhatToDo()
    {
        var target = _folder["june.pdf"];
        File.WriteAllText(target, "an older one");

        var failure = await Assert.ThrowsAsync<GalleyException>(() =>
            PdfPrinter.Print("/bin/false", _folder["page.html"], target, default)
        );

        using var scope = Assert.EnterMultipleScope();
        Assert.That(failure!.Message, Does.Contain("it ended with code 1").And.Contain("print it to a PDF"));
        Assert.That(File.ReadAllText(target), Is.EqualTo("an older one"));
        Assert.That(Directory.GetFileSystemEntries(_folder.Path), Is.EqualTo(new[] { target }));
    }

    [Test]
    public void Browser_ThatIsNowhere_IsSaid_WithWhatToDo()
    {
        if (!OperatingSystem.IsLinux())
        {
            Assert.Ignore("Elsewhere a browser stands in a fixed place.");
        }

        Assert.That(
            () => BrowserFinder.Find(_ => null),
            Throws
                .TypeOf<GalleyException>()
                .With.Message.EqualTo(
                    "--pdf needs Chromium, Chrome or Edge, and there is none on this machine. Install one, set CHROME_PATH "
                        + "to it, or open the page and print it to a PDF."
                )
        );
    }
}
