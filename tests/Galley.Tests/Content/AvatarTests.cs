using Galley.Diagnostics;
using Galley.Testing;

namespace Galley.Tests.Content;

/// <summary>A client's picture and the line below its name, as the preview shows them.</summary>
internal sealed class AvatarTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void MakeClient()
    {
        _folder = new TemporaryFolder();
        Directory.CreateDirectory(_folder["clients/acme/media"]);
        File.WriteAllBytes(_folder["clients/acme/media/logo.png"], SampleMedia.Png());
        File.WriteAllBytes(_folder["clients/acme/media/deck.pdf"], SampleMedia.Pdf());
    }

    [TearDown]
    public void Clean() => _folder.Dispose();

    [TestCase("avatar: media/logo.png", false)]
    [TestCase("avatar: logo.png", false)]
    [TestCase("avatar: {file: logo.png, shape: round}", false)]
    [TestCase("avatar: {file: media/logo.png, shape: square}", true)]
    public void Avatar_IsAFileOfTheClient_RoundUnlessItSaysSquare(string field, bool isSquare)
    {
        var (client, problems) = Read(field);

        Assert.That(problems, Is.Empty);
        Assert.That(client!.Avatar!.File.Path, Is.EqualTo("clients/acme/media/logo.png"));
        Assert.That((client.Avatar.IsSquare, client.Headline), Is.EqualTo((isSquare, "Quieter rooms since 1987")));
    }

    [TestCase("avatar: other.png", "GAL501")]
    [TestCase("avatar: ../../beta/logo.png", "GAL505")]
    [TestCase("avatar: deck.pdf", "GAL512")]
    [TestCase("avatar: {file: logo.png, shape: oval}", "GAL204")]
    [TestCase("avatar: {shape: square}", "GAL202")]
    public void Avatar_ThatIsNone_IsAProblem_AndTheClientIsRead(string field, string code)
    {
        var (client, problems) = Read(field);

        Assert.That(problems.Select(problem => problem.Code.Id), Is.EqualTo([code]));
        Assert.That(problems[0].Path, Is.EqualTo("clients/acme/client.yaml"));
        Assert.That(client, Is.Not.Null);
    }

    private (Galley.Content.Client? Client, IReadOnlyList<Problem> Problems) Read(string field)
    {
        File.WriteAllText(
            _folder["clients/acme/client.yaml"],
            "name: Acme\nclient_id: 00000000-0000-4000-8000-000000000001\ntime_zone: Europe/London\n"
                + $"headline: Quieter rooms since 1987\n{field}\n"
        );
        var content = Galley.Content.Repository.Open(_folder.Path).Read("acme");
        return (content.Client, content.Problems);
    }
}
