using Galley.Tests.Rules;

namespace Galley.Tests.Content;

/// <summary>After a reading problem, the rest of the file is checked too, and nothing is reported twice.</summary>
internal sealed class ReadingOnTests
{
    private RuleFixture _fixture = null!;

    [SetUp]
    public void CreateFixture() => _fixture = new RuleFixture();

    [TearDown]
    public void DeleteFixture() => _fixture.Dispose();

    [TestCase("status: draft\nnotes: *same", "GAL106 posts/a.md:3")]
    [TestCase("status: *same", "GAL106 posts/a.md:2")]
    [TestCase("status: &same scheduled", "GAL106 posts/a.md:2")]
    [TestCase("status: !important", "GAL110 posts/a.md:2")]
    [TestCase("status: scheduled\nscheduled_at: *then", "GAL106 posts/a.md:3")]
    [TestCase("status: draft\nimages: [*one]", "GAL106 posts/a.md:3")]
    [TestCase("status: draft\nimages: [{file: *one}]", "GAL106 posts/a.md:3")]
    [TestCase("status: draft\nlead_magnet: *guide", "GAL106 posts/a.md:3")]
    [TestCase("status: draft\nlead_magnet: {id: *guide}", "GAL106 posts/a.md:3")]
    [TestCase("status: draft\nfollowups: &f {comments: [{text: Hi, delay_minutes: 5}]}", "GAL106 posts/a.md:3")]
    [TestCase(
        "status: draft\nfollowups: {comments: [{text: *hi, delay_minutes: *soon}]}",
        "GAL106 posts/a.md:3",
        "GAL106 posts/a.md:3"
    )]
    [TestCase("status: draft\nstatus: draft", "GAL102 posts/a.md:3")]
    public void Value_ThatIsRefused_IsReportedOnceAndSoIsTheUnknownFieldBelow(string front, params string[] expected)
    {
        _fixture.Write("clients/acme/posts/a.md", $"---\n{front}\nlead_magent: x\n---\nHello.\n");

        Assert.That(_fixture.Found(), Is.EqualTo(expected.Append($"GAL201 posts/a.md:{front.Split('\n').Length + 2}")));
    }

    [Test]
    public void Settings_WithAnAlias_AreCheckedFurther()
    {
        _fixture.Write(
            "clients/acme/client.yaml",
            "name: *acme\nclient_id: 00000000-0000-4000-8000-000000000001\nnotfy: [ann]\n"
        );

        Assert.That(_fixture.Found(), Is.EqualTo(new[] { "GAL106 client.yaml:1", "GAL201 client.yaml:3" }));
    }

    [Test]
    public void ControlCharacter_InTheBody_IsReportedOnEachLineBesideOtherProblems()
    {
        _fixture.Post("a", "lead_magent: x\n", "One\0 two\nthree \u0007\u0007four\n\nSee <b>x</b>");

        Assert.That(
            _fixture.Found(),
            Is.EqualTo(
                new[] { "GAL201 posts/a.md:4", "GAL115 posts/a.md:6", "GAL115 posts/a.md:7", "GAL331 posts/a.md:9" }
            )
        );
    }

    [Test]
    public void ControlCharacters_AllOver_AreReportedOnce()
    {
        _fixture.Write("clients/acme/posts/a.md", string.Concat(Enumerable.Repeat("x\0\u0001\n", 30)));

        Assert.That(_fixture.Found(), Is.EqualTo(new[] { "GAL115 posts/a.md:1" }));
    }

    [TestCase("body_file: b.md", "GAL125")]
    [TestCase("body_file: [b.md]", "GAL203")]
    [TestCase("body: 5", "GAL203")]
    [TestCase("notes: x", "GAL124")]
    public void Body_ThatIsNotThere_HidesNoField(string body, string code)
    {
        _fixture.Write("clients/acme/posts/a.yaml", $"status: drfat\n{body}\n");

        Assert.That(
            _fixture.Found().Order(),
            Is.EqualTo(new[] { $"{code} posts/a.yaml:{(code == "GAL124" ? 1 : 2)}", "GAL204 posts/a.yaml:1" }.Order())
        );
    }

    [Test]
    public void BodyFile_ThatIsNotUtf8_IsNotAPostItself()
    {
        _fixture.Write("clients/acme/posts/a.yaml", "status: drfat\nbody_file: b.md\n");
        _fixture.Write("clients/acme/posts/b.md", [(byte)'h', 0xE9, (byte)'!']);

        Assert.That(_fixture.Found(), Is.EqualTo(new[] { "GAL204 posts/a.yaml:1", "GAL103 posts/b.md:1" }));
    }
}
