using Galley.Content;
using Galley.Diagnostics;
using Galley.Diagnostics.Codes;

namespace Galley.Tests.Content;

/// <summary>Faults that no single file's text shows.</summary>
public class FolderFaultTests
{
    private const string GoodPost = "---\nstatus: draft\n---\nHi";
    private ContentFolder _content = null!;

    [SetUp]
    public void MakeFolder() => _content = new ContentFolder();

    [TearDown]
    public void DeleteFolder() => _content.Dispose();

    [Test]
    public void Encoding_Windows1252_IsNamedAtTheByte()
    {
        _content.Write("clients/acme/posts/a.md", [.. "---\nstatus: draft\nnotes: caf"u8, 0xE9, .. "\n---\n"u8]);

        var problem = _content.Problems().Single();

        Assert.That((problem.Code, problem.At), Is.EqualTo((ReadingCodes.NotUtf8, new Position(3, 11))));
    }

    [Test]
    public void Symlink_ToAPostOutside_IsNotFollowed()
    {
        _content.Write("secret.md", GoodPost).Write("clients/acme/posts/a.md", GoodPost);
        File.CreateSymbolicLink(_content.FullPath("clients/acme/posts/b.md"), _content.FullPath("secret.md"));

        var read = _content.Read();

        Assert.That(read.Posts.Select(post => post.Key), Is.EqualTo(["a"]));
        Assert.That(CodesAndPaths(read.Problems), Is.EqualTo([(ReadingCodes.Symlink, "clients/acme/posts/b.md")]));
    }

    [TestCase("clients/acme/posts/a.yml", "a.yaml")]
    [TestCase("clients/acme/posts/a.txt", ".md or .yaml")]
    [TestCase("clients/acme/post/a.md", "Rename it to posts")]
    [TestCase("clients/acme/client.yml", "client.yaml")]
    [TestCase("clients/notes.md", "posts/ or lead-magnets/")]
    public void File_WhereNothingIsRead_IsStray(string path, string help)
    {
        _content.Write(path, GoodPost);

        var problem = _content.Problems().Single();

        Assert.That(problem.Code.Id, Is.EqualTo("GAL108"));
        Assert.That(path, Does.StartWith(problem.Path));
        Assert.That(problem.Help, Does.Contain(help));
    }

    [TestCase("clients/acme/README.md")]
    [TestCase("clients/acme/posts/README.md")]
    [TestCase("clients/acme/posts/.DS_Store")]
    [TestCase("clients/.gitkeep")]
    [TestCase("docs/anything.md")]
    public void File_ReadmeDotfileOrOutside_IsSkipped(string path)
    {
        _content.Write(path, "anything");

        Assert.That(_content.Problems(), Is.Empty);
    }

    [TestCase("clients/acme/posts/a.yaml", "status: draft\nbody: Hi")]
    [TestCase("clients/acme/posts/b.md", "---\nstatus: draft\nkey: a\n---\nHi")]
    public void Key_OfTwoFiles_IsRefusedAndOneIsKept(string path, string text)
    {
        _content.Write("clients/acme/posts/a.md", GoodPost).Write(path, text);

        var read = _content.Read();

        Assert.That(read.Posts, Has.Length.EqualTo(1));
        Assert.That(read.Problems.Select(problem => problem.Code), Is.EqualTo([ReadingCodes.SameKey]));
    }

    [Test]
    public void Key_DifferingInCase_IsRefused()
    {
        _content
            .Write("clients/acme/posts/a.md", GoodPost)
            .Write("clients/acme/posts/b.md", "---\nstatus: draft\nkey: A\n---\nHi");

        Assert.That(
            _content.Problems().Select(problem => problem.Code),
            Is.EquivalentTo([ReadingCodes.BadKey, ReadingCodes.SameKey])
        );
    }

    [Test]
    public void Root_WithoutClients_SaysSo()
    {
        Directory.Delete(_content.FullPath("clients"), recursive: true);

        Assert.That(CodesAndPaths(_content.Problems()), Is.EqualTo([(ReadingCodes.NoClients, "clients")]));
    }

    [Test]
    public void Client_WithoutItsFile_SaysSo()
    {
        _content.Write("clients/beta/posts/a.md", GoodPost);

        Assert.That(
            CodesAndPaths(_content.Problems()),
            Is.EqualTo([(ReadingCodes.NoClientFile, "clients/beta/client.yaml")])
        );
    }

    [Test]
    public void Account_OfTwoClients_HoldsBoth()
    {
        _content.Write("clients/beta/client.yaml", ContentFolder.GoodClient);

        var problems = _content.Problems();

        Assert.That(
            problems.Select(problem => problem.Code),
            Is.EqualTo([SettingsCodes.SharedAccount, SettingsCodes.SharedAccount])
        );
        Assert.That(problems.Select(problem => problem.Client), Is.EquivalentTo(["acme", "beta"]));
    }

    [Test]
    public void Account_OfTwoClientsAmongHundreds_HoldsBothAndNamesTheOther()
    {
        for (var client = 0; client < 300; client++)
        {
            _content.Write(
                $"clients/c{client:000}/client.yaml",
                $"name: C\nclient_id: 00000000-0000-4000-8000-{client + 100:x12}\ntime_zone: Europe/Paris\n"
            );
        }

        _content.Write("clients/c007/client.yaml", ContentFolder.GoodClient);

        var problems = Repository.Open(_content.Root).Problems;

        Assert.That(
            problems.Select(problem => (problem.Client, problem.Message)),
            Is.EqualTo([
                ("acme", "The account 00000000-0000-4000-8000-000000000001 is also the account of the client c007."),
                ("c007", "The account 00000000-0000-4000-8000-000000000001 is also the account of the client acme."),
            ])
        );
    }

    [Test]
    public void Zone_WrongInSettings_IsSaidOnceNotForEachClient()
    {
        _content
            .Write("galley.yaml", "time_zone: London\n")
            .Write(ContentFolder.Client, "name: A\nclient_id: 00000000-0000-4000-8000-000000000001\n");

        Assert.That(CodesAndPaths(_content.Problems()), Is.EqualTo([(SettingsCodes.UnknownZone, "galley.yaml")]));
    }

    [Test]
    public void File_ThatIsAFolder_IsUnreadable()
    {
        var problems = new List<Problem>();
        var report = new FileReport("clients/acme/client.yaml", "acme", problems.Add);

        Galley.Content.Documents.TextFile.Read(_content.Root, report);

        Assert.That(problems.Single().Code, Is.EqualTo(ReadingCodes.Unreadable));
    }

    private static IEnumerable<(DiagnosticCode, string)> CodesAndPaths(IEnumerable<Problem> problems) =>
        problems.Select(problem => (problem.Code, problem.Path));
}
