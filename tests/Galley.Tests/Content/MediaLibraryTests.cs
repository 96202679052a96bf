using System.Security.Cryptography;
using Galley.Content;
using Galley.Diagnostics;
using Galley.Diagnostics.Codes;
using Galley.Testing;

namespace Galley.Tests.Content;

public class MediaLibraryTests
{
    private const string Document = "clients/acme/posts/june/hello.md";
    private static readonly Position At = new(4, 9);
    private readonly List<Problem> _problems = [];
    private string _root = "";

    [SetUp]
    public void MakeFolder()
    {
        _root = Directory.CreateTempSubdirectory("galley-media-").FullName;
        Directory.CreateDirectory(Path.Combine(_root, "clients/acme/posts/june"));
        Directory.CreateDirectory(Path.Combine(_root, "clients/acme/media"));
        _problems.Clear();
    }

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_root, recursive: true);

    [Test]
    public void Find_BareName_PrefersTheFileBesideTheDocument()
    {
        Write("clients/acme/media/a.png", SampleMedia.Png(10, 20));
        Write("clients/acme/posts/june/a.png", SampleMedia.Png(30, 40));

        var found = Find("a.png");

        Assert.That(found?.Path, Is.EqualTo("clients/acme/posts/june/a.png"));
        Assert.That(_problems, Is.Empty);
    }

    [TestCase("a.png")]
    [TestCase("media/a.png")]
    [TestCase("../../media/a.png")]
    [TestCase("./../../media/./a.png")]
    public void Find_InMedia_IsReachedByNameAndByPath(string reference)
    {
        var bytes = SampleMedia.Png(1200, 627);
        Write("clients/acme/media/a.png", bytes);

        var found = Find(reference);

        Assert.That(
            found,
            Is.EqualTo(
                new MediaFile(
                    "clients/acme/media/a.png",
                    bytes.Length,
                    Convert.ToHexStringLower(SHA256.HashData(bytes)),
                    "image/png",
                    1200,
                    627
                )
            )
        );
    }

    [Test]
    public void Find_EachOfTheFiveTypes_IsToldByItsBytes()
    {
        Write("clients/acme/media/a.png", SampleMedia.Png());
        Write("clients/acme/media/a.jpeg", SampleMedia.Jpeg(300, 200));
        Write("clients/acme/media/a.gif", SampleMedia.Gif(70, 80));
        Write("clients/acme/media/a.webp", SampleMedia.WebP());
        Write("clients/acme/media/a.PDF", SampleMedia.Pdf());

        var files = new[] { "a.png", "a.jpeg", "a.gif", "a.webp", "a.PDF" }.Select(name => Find(name)!).ToArray();

        Assert.That(
            files.Select(file => (file.ContentType, file.Width, file.Height)),
            Is.EqualTo(
                new (string?, int?, int?)[]
                {
                    ("image/png", 1200, 627),
                    ("image/jpeg", 300, 200),
                    ("image/gif", 70, 80),
                    ("image/webp", 1, 1),
                    ("application/pdf", null, null),
                }
            )
        );
        Assert.That(_problems, Is.Empty);
    }

    [TestCase("/etc/passwd")]
    [TestCase("../../../../../../../../etc/passwd")]
    [TestCase("../../../other/media/secret.png")]
    [TestCase("media/../../other/media/secret.png")]
    [TestCase("~/secret.png")]
    [TestCase("C:\\secret.png")]
    [TestCase("..\\..\\..\\other\\media\\secret.png")]
    public void Find_OutOfTheClientsFolder_IsRefused(string reference)
    {
        Directory.CreateDirectory(Path.Combine(_root, "clients/other/media"));
        Write("clients/other/media/secret.png", SampleMedia.Png());

        Assert.That(Find(reference), Is.Null);
        Assert.That(_problems.Single().Code, Is.AnyOf(MediaCodes.OutsideFolder, MediaCodes.Missing));
        Assert.That(_problems.Single().At, Is.EqualTo(At));
    }

    [Test]
    public void Find_ThroughALinkOrALinkedFolder_IsRefusedUnopened()
    {
        Directory.CreateDirectory(Path.Combine(_root, "elsewhere"));
        Write("elsewhere/secret.png", SampleMedia.Png());
        File.CreateSymbolicLink(
            Path.Combine(_root, "clients/acme/media/linked.png"),
            Path.Combine(_root, "elsewhere/secret.png")
        );
        Directory.CreateSymbolicLink(
            Path.Combine(_root, "clients/acme/media/folder"),
            Path.Combine(_root, "elsewhere")
        );

        Assert.That(Find("linked.png"), Is.Null);
        Assert.That(Find("media/folder/secret.png"), Is.Null);
        Assert.That(
            _problems.Select(problem => problem.Code),
            Is.EqualTo(new[] { MediaCodes.SymbolicLink, MediaCodes.SymbolicLink })
        );
        Assert.That(Library().All, Is.Empty);
    }

    [Test]
    public void Open_WhenTheClientsFolderIsALink_HoldsNothing()
    {
        Write("clients/acme/media/a.png", SampleMedia.Png());
        Directory.CreateSymbolicLink(Path.Combine(_root, "clients/copy"), Path.Combine(_root, "clients/acme"));

        Assert.That(MediaLibrary.Open(_root, "copy").All, Is.Empty);
    }

    [TestCase("pipline.png", "pipeline.png")]
    [TestCase("Pipeline.PNG", "pipeline.png")]
    [TestCase("media/pipelin.png", "media/pipeline.png")]
    public void Find_Missing_SaysWhatIsThereInstead(string reference, string meant)
    {
        Write("clients/acme/media/pipeline.png", SampleMedia.Png());

        Assert.That(Find(reference), Is.Null);
        Assert.That(_problems.Single().Code, Is.EqualTo(MediaCodes.Missing));
        Assert.That(_problems.Single().Help, Does.Contain($"Did you mean \"{meant}\"?"));
    }

    [Test]
    public void Find_AnAddress_SaysHowAddressesAreWritten()
    {
        Find("https://example.com/a.png");

        Assert.That(_problems.Single().Help, Does.Contain("{url: https://example.com/a.png}"));
    }

    [TestCase("logo.svg", "<svg/>", "GAL502")]
    [TestCase("fake.png", "GIF89a....", "GAL503")]
    [TestCase("half.png", "\u0089PNG\r\n\u001a\n....", "GAL508")]
    [TestCase("empty.png", "", "GAL513")]
    [TestCase("lfs.png", "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n", "GAL507")]
    public void Find_AWrongFile_IsReportedOnceForTwoPosts(string name, string bytes, string code)
    {
        Write($"clients/acme/media/{name}", System.Text.Encoding.Latin1.GetBytes(bytes));
        var library = Library();

        library.Find(name, Document, At, _problems.Add);
        library.Find(name, "clients/acme/posts/second.md", At, _problems.Add);

        Assert.That(
            _problems.Select(problem => (problem.Code.Id, problem.Path)),
            Is.EqualTo(new[] { (code, Document) })
        );
    }

    [Test]
    public void Find_AnLfsPointer_KnowsTheHashOfTheFileItStandsFor()
    {
        Write(
            "clients/acme/media/a.png",
            "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n"u8.ToArray()
        );

        Assert.That(Find("a.png")?.Sha256, Is.EqualTo("4d7a"));
    }

    [TestCase("a.png", 5_000_000, null)]
    [TestCase("a.png", 5_000_001, "GAL504")]
    [TestCase("a.pdf", 15_000_000, null)]
    [TestCase("a.pdf", 15_000_001, "GAL504")]
    public void Find_AtAndOverTheLimit_IsToldToTheByte(string name, int length, string? code)
    {
        Write(
            $"clients/acme/media/{name}",
            name.EndsWith("png", StringComparison.Ordinal) ? SampleMedia.Png() : SampleMedia.Pdf()
        );
        using (var file = File.OpenWrite(Path.Combine(_root, "clients/acme/media", name)))
        {
            file.SetLength(length);
        }

        Find(name);

        Assert.That(_problems.Select(problem => problem.Code.Id), Is.EqualTo(code is null ? [] : new[] { code }));
    }

    [Test]
    public void Find_AGigabyte_IsNeverOpened()
    {
        Write("clients/acme/media/huge.png", SampleMedia.Png());
        using (var file = File.OpenWrite(Path.Combine(_root, "clients/acme/media/huge.png")))
        {
            file.SetLength(1L << 30);
        }

        Find("huge.png");
        _ = Library().All;

        Assert.That(_problems.Single().Code, Is.EqualTo(MediaCodes.TooLarge));
    }

    [Test]
    public void All_UsedOrNot_ListsMediaButNoDotfilesReadmesAndPosts()
    {
        Write("clients/acme/media/b.png", SampleMedia.Png());
        Write("clients/acme/media/README.md", "x"u8.ToArray());
        Write("clients/acme/media/.DS_Store", "x"u8.ToArray());
        Write("clients/acme/posts/june/a.gif", SampleMedia.Gif());
        Write("clients/acme/posts/june/hello.md", "x"u8.ToArray());

        Assert.That(
            Library().All.Select(file => file.Path),
            Is.EqualTo(new[] { "clients/acme/media/b.png", "clients/acme/posts/june/a.gif" })
        );
    }

    private MediaLibrary Library() => MediaLibrary.Open(_root, "acme");

    private MediaFile? Find(string reference) => Library().Find(reference, Document, At, _problems.Add);

    private void Write(string path, byte[] bytes) => File.WriteAllBytes(Path.Combine(_root, path), bytes);
}
