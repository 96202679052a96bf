using System.Runtime.InteropServices;
using System.Text;
using Galley.Content;
using Galley.Diagnostics;
using Galley.Planning;
using Galley.Rules;
using Galley.Testing;
using NodaTime;
using NodaTime.Text;

namespace Galley.Tests.Content;

/// <summary>Whatever is in one client's folder, the other clients are validated and planned, and the damage is reported.</summary>
internal sealed class DamagedClientTests
{
    private static readonly Instant Now = InstantPattern.General.Parse("2026-06-01T12:00:00Z").Value;

    private static readonly (string Name, Action<ContentFolder> Damage)[] Damages =
    [
        ("EmptyName", content => Post(content, "---\nstatus: draft\nimages:\n  - :\n---\nHi")),
        ("EmptyNameInComment", content =>
            Post(content, "---\nstatus: draft\nfollowups:\n  comments:\n    - : x\n---\nHi")
        ),
        ("NoFrontMatter", content => Post(content, "Hi")),
        ("EmptyFile", content => Post(content, "")),
        ("Nul", content => Post(content, "\0\0\0")),
        ("Utf16", content =>
            content.Write("clients/acme/posts/x.md", Encoding.Unicode.GetBytes("---\nstatus: draft\n---\nHi"))
        ),
        ("AliasBomb", content =>
            Post(content, "---\na: &a [x]\nb: &b [*a,*a,*a]\nc: &c [*b,*b,*b]\nd: [*c,*c]\n---\nHi")
        ),
        ("DeepList", content => Post(content, $"---\nnotes: {new string('[', 50_000)}\n---\nHi")),
        ("DeepMapping", content =>
            Post(content, $"---\nnotes: {string.Concat(Enumerable.Repeat("{a: ", 50_000))}\n---\nHi")
        ),
        ("DeepMarkdown", content => Post(content, $"---\nstatus: draft\n---\n{new string('>', 50_000)} x")),
        ("ManyBrackets", content =>
            Post(content, $"---\nstatus: draft\n---\n{string.Concat(Enumerable.Repeat("[a](", 50_000))}")
        ),
        ("LoneSurrogate", content =>
            content.Write("clients/acme/posts/x.md", [.. "---\nstatus: draft\n---\n"u8, 0xED, 0xA0, 0x80])
        ),
        ("HugeFile", content => Post(content, new string('x', 2_000_000))),
        ("FileAsFolder", content => content.Write("clients/acme/posts/x.md/y.txt", "Hi")),
        ("ClientFileAsFolder", content => content.Write("clients/acme/client.yaml.d", "x")),
        ("ClientFileBroken", content => content.Write(ContentFolder.Client, "name: [")),
        ("ClientFileEmpty", content => content.Write(ContentFolder.Client, "")),
        ("ClientFileBinary", content => content.Write(ContentFolder.Client, [0, 255, 254, 1])),
        ("ClientFileGone", content => File.Delete(content.FullPath(ContentFolder.Client))),
        ("ClientFileWithoutName", content => content.Write(ContentFolder.Client, ": x")),
        ("ClientFileLink", content => LinkTo(content, ContentFolder.Client, "clients/beta/client.yaml")),
        ("LinkLoop", content => LinkTo(content, "clients/acme/posts/loop", "clients/acme/posts")),
        ("DeadLink", content => LinkTo(content, "clients/acme/posts/x.md", "nowhere.md")),
        ("Pipe", content => Pipe(content, "clients/acme/posts/x.md")),
        ("PipeAsClientFile", content => Pipe(content, ContentFolder.Client)),
        ("PipeInMedia", content => Pipe(content, "clients/acme/media/x.png")),
        ("PipeAsBody", content =>
        {
            content.Write("clients/acme/posts/x.yaml", "status: draft\nbody_file: b.md");
            Pipe(content, "clients/acme/posts/b.md");
        }),
        ("LockedFolder", content => Lock(content, "clients/acme/posts")),
        ("LockedFile", content => Lock(content, "clients/acme/posts/a.md")),
        ("LockedMedia", content => Lock(content, "clients/acme/media")),
        ("NameWithNewline", content => content.Write("clients/acme/posts/a\nb.md", "---\nstatus: draft\n---\nHi")),
        ("NameNotUtf8", content => Post(content, "---\nstatus: draft\nimages: [\"\\xE9.png\"]\n---\nHi")),
        ("LongName", content =>
            content.Write($"clients/acme/posts/{new string('a', 240)}.md", "---\nstatus: draft\n---\nHi")
        ),
        ("HalfPicture", content => Picture(content, SampleMedia.Png().AsSpan(0, 20).ToArray())),
        ("PictureOfZeros", content => Picture(content, new byte[3000])),
        ("PictureBomb", content => Picture(content, SampleMedia.PngWithText(chunks: 1_000, megabytes: 4))),
        ("PictureWithDeepXmp", content => Picture(content, SampleMedia.PngWithXmp(depth: 100_000))),
        ("BadTime", content => Post(content, "---\nstatus: scheduled\nscheduled_at: 9999-12-31 23:59 -23:59\n---\nHi")),
        ("FarTime", content => Post(content, "---\nstatus: scheduled\nscheduled_at: 0000-00-00 00:00\n---\nHi")),
        ("HugeNumber", content =>
            Post(
                content,
                "---\nstatus: draft\nfollowups: {comments: [{text: a, delay_minutes: 999999999999}]}\n---\nHi"
            )
        ),
        ("EmptyPostsFolder", content => Directory.CreateDirectory(content.FullPath("clients/acme/posts/empty"))),
        ("StrayBinary", content => content.Write("clients/acme/x.exe", [1, 2, 3])),
    ];

    private static IEnumerable<TestCaseData> Cases =>
        Damages.Select(one => new TestCaseData(one.Damage).SetArgDisplayNames(one.Name));

    [TestCaseSource(nameof(Cases))]
    public async Task Client_WhenAnotherIsDamaged_IsValidatedAndPlanned(object damage)
    {
        using var content = new ContentFolder();
        content.Write("clients/acme/posts/a.md", "---\nstatus: draft\n---\nHi");
        content.Write("clients/acme/media/a.png", SampleMedia.Png());
        content.Write(
            "clients/beta/client.yaml",
            ContentFolder.GoodClient.Replace("0001", "0002", StringComparison.Ordinal)
        );
        content.Write("clients/beta/posts/b.md", "---\nstatus: scheduled\nscheduled_at: 2026-07-15 10:00\n---\nHello");

        ((Action<ContentFolder>)damage)(content);

        var repository = Repository.Open(content.Root);
        var planner = new Planner(repository, null, new Validator(repository, Now, ValidationPurpose.Plan), Now);
        var plan = (await planner.Plan([.. repository.Slugs], CancellationToken.None)).Plan;
        Assert.That(
            plan.Clients.Single(client => client.Slug == "beta").Actions.Select(action => action.Type),
            Is.EqualTo(new[] { ActionType.Create })
        );
        Assert.That(plan.Diagnostics.Where(found => found.Client == "beta"), Is.Empty);
        Assert.That(plan.Diagnostics, Has.None.With.Property(nameof(Diagnostic.Code)).EqualTo("GAL127"));
        Unlock(content);
    }

    [TestCase("clients/acme/posts/x.md", "GAL108")]
    [TestCase("clients/acme/client.yaml", "GAL108")]
    [TestCase("galley.yaml", "GAL107")]
    public void Pipe_WhereAFileIsExpected_IsReportedAndNotOpened(string path, string code)
    {
        using var content = new ContentFolder();
        Pipe(content, path);

        Assert.That(
            content.Problems().Select(problem => $"{problem.Code} {problem.Path}"),
            Is.EqualTo(new[] { $"{code} {path}" })
        );
    }

    [TestCase("galley.yaml")]
    [TestCase("clients")]
    public void Link_AtTheTop_IsRefused(string path)
    {
        using var content = new ContentFolder();
        content.Write("galley.yaml", "time_zone: Europe/London\n");
        Directory.Move(content.FullPath(path), content.FullPath("moved"));
        LinkTo(content, path, "moved");

        Assert.That(
            content.Problems().Select(problem => $"{problem.Code} {problem.Path}"),
            Is.EqualTo(new[] { $"GAL107 {path}" })
        );
    }

    [Test]
    public void Folder_ThatCannotBeRead_HoldsItsClientAndNobodyElse()
    {
        using var content = new ContentFolder();
        content.Write("clients/acme/posts/deep/a.md", "---\nstatus: draft\n---\nHi");
        Lock(content, "clients/acme/posts/deep");

        var read = content.Read();

        Unlock(content);
        Assume.That(Environment.UserName, Is.Not.EqualTo("root"));
        Assert.That(read.Client, Is.Null);
        Assert.That(
            read.Problems.Select(problem => $"{problem.Code} {problem.Path}"),
            Is.EqualTo(new[] { "GAL123 clients/acme/posts/deep" })
        );
    }

    private static void Post(ContentFolder content, string text) => content.Write("clients/acme/posts/x.md", text);

    private static void Picture(ContentFolder content, byte[] bytes)
    {
        content.Write("clients/acme/media/x.png", bytes);
        Post(content, "---\nstatus: draft\nimages: [x.png]\n---\nHi");
    }

    private static void LinkTo(ContentFolder content, string path, string target)
    {
        File.Delete(content.FullPath(path));
        File.CreateSymbolicLink(content.FullPath(path), content.FullPath(target));
    }

    private static void Pipe(ContentFolder content, string path)
    {
        Assume.That(OperatingSystem.IsLinux());
        Directory.CreateDirectory(Path.GetDirectoryName(content.FullPath(path))!);
        File.Delete(content.FullPath(path));
        Assert.That(MakePipe(content.FullPath(path), 0x1B6), Is.Zero);
    }

    private static void Lock(ContentFolder content, string path)
    {
        Assume.That(!OperatingSystem.IsWindows());
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(content.FullPath(path), UnixFileMode.None);
        }
    }

    private static void Unlock(ContentFolder content)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        foreach (var path in new[] { "clients/acme/posts", "clients/acme/posts/deep", "clients/acme/media" })
        {
            if (Directory.Exists(content.FullPath(path)))
            {
                File.SetUnixFileMode(
                    content.FullPath(path),
                    UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
                );
            }
        }
    }

    [DllImport("libc", EntryPoint = "mkfifo", CharSet = CharSet.Ansi)]
    private static extern int MakePipe([MarshalAs(UnmanagedType.LPUTF8Str)] string path, uint mode);
}
