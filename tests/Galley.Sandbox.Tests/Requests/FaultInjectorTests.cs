using System.Net;
using System.Net.Sockets;
using System.Text;
using Galley.Sandbox.Faults;

namespace Galley.Sandbox.Tests.Requests;

/// <summary>Each fault as a client meets it: over a socket, byte by byte.</summary>
internal sealed class FaultInjectorTests
{
    [TestCase("reset-before-read", 0)]
    [TestCase("reset-before-store", 0)]
    [TestCase("reset-after-store", 1)]
    public async Task Reset_CutsTheConnection(string fault, int stored)
    {
        await using var fixture = await With($"create-post:{fault}");

        var (text, isReset) = await Raw(fixture, SandboxFixture.Post().ToJsonString());

        Assert.That((text, isReset, fixture.Server.Posts.Length), Is.EqualTo(("", true, stored)));
        Assert.That(fixture.Server.Requests.Single().Status, Is.Null);
    }

    [TestCase("hang-before-store", 0)]
    [TestCase("hang-after-store", 1)]
    public async Task Hang_NeverAnswersUntilTheSandboxStops(string fault, int stored)
    {
        var fixture = await With($"create-post:{fault}");
        var call = Raw(fixture, SandboxFixture.Post().ToJsonString());
        while (fixture.Server.Requests is not [{ Body: not null }] || fixture.Server.Posts.Length < stored)
        {
            await Task.Yield();
        }

        Assert.That(call.IsCompleted, Is.False);

        await fixture.DisposeAsync();

        Assert.That((await call).Text, Is.Empty);
        Assert.That(fixture.Server.Posts, Has.Length.EqualTo(stored));
    }

    [TestCase("500", 500, 0, "application/json")]
    [TestCase("503-after-store", 503, 1, "application/json")]
    [TestCase("408", 408, 0, "application/json")]
    [TestCase("status-after-store", 500, 1, "application/json")]
    [TestCase("html", 502, 0, "text/html")]
    [TestCase("html-after-store=200", 200, 1, "text/html")]
    [TestCase("redirect", 307, 0, "text/plain")]
    [TestCase("redirect=302", 302, 0, "text/plain")]
    public async Task Status_IsAnsweredBeforeOrAfterStoring(string fault, int status, int stored, string type)
    {
        await using var fixture = await With($"create-post:{fault}");

        var answer = await fixture.Agency.Post(SandboxFixture.Client + "/posts", SandboxFixture.Post());

        Assert.Multiple(() =>
        {
            Assert.That((int)answer.Status, Is.EqualTo(status));
            Assert.That(answer.ContentHeaders.ContentType!.MediaType, Is.EqualTo(type));
            Assert.That(fixture.Server.Posts, Has.Length.EqualTo(stored));
            Assert.That(fixture.Server.Violations, Is.Empty);
        });
    }

    [Test]
    public async Task Throttle_SaysWhenToComeAgain()
    {
        await using var fixture = await With("create-post#1:429=2s");

        var first = await fixture.Agency.Post(SandboxFixture.Client + "/posts", SandboxFixture.Post());
        var second = await fixture.Agency.Post(SandboxFixture.Client + "/posts", SandboxFixture.Post());

        Assert.That(
            ((int)first.Status, first.Headers.RetryAfter?.Delta, (int)second.Status),
            Is.EqualTo((429, TimeSpan.FromSeconds(2), 201))
        );
    }

    [Test]
    public async Task Redirect_ThatIsFollowed_IsAViolation()
    {
        await using var fixture = await With("create-post:redirect");
        var answer = await fixture.Agency.Post(SandboxFixture.Client + "/posts", SandboxFixture.Post());

        await fixture.Agency.Send(HttpMethod.Post, answer.Headers.Location!.OriginalString["/api/v1".Length..]);

        Assert.That(fixture.Server.Violations, Has.Length.EqualTo(1));
    }

    [Test]
    public async Task Truncated_PromisesMoreThanItSends()
    {
        await using var fixture = await With("create-post:truncated");

        var (text, _) = await Raw(fixture, SandboxFixture.Post().ToJsonString());

        var body = text[(text.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];
        Assert.Multiple(() =>
        {
            Assert.That(text, Does.StartWith("HTTP/1.1 201"));
            Assert.That(body, Does.StartWith("{\"data\""));
            Assert.That(body, Does.Not.EndWith("}"));
            Assert.That(fixture.Server.Posts, Has.Length.EqualTo(1));
        });
    }

    [TestCase("malformed")]
    [TestCase("no-id")]
    public async Task Answer_WithoutAReadableId_StillHasStored(string fault)
    {
        await using var fixture = await With($"create-post:{fault}");

        var answer = await fixture.Agency.Post(SandboxFixture.Client + "/posts", SandboxFixture.Post());

        Assert.Multiple(() =>
        {
            Assert.That((int)answer.Status, Is.EqualTo(201));
            Assert.That(fixture.Server.Posts, Has.Length.EqualTo(1));
            Assert.That(answer.Text, Does.Not.Contain(fixture.Server.Posts.Single().Id));
            if (fault == "malformed")
            {
                Assert.That(() => answer.Json, Throws.InstanceOf<System.Text.Json.JsonException>());
            }
        });
    }

    [Test]
    public async Task SameId_NamesAnotherPost()
    {
        await using var fixture = await With("create-post:same-id");

        var first = await fixture.Created("/posts", SandboxFixture.Post());
        var second = await fixture.Created("/posts", SandboxFixture.Post());

        Assert.That(second, Is.EqualTo(first));
        Assert.That(fixture.Server.Posts, Has.Length.EqualTo(2));
    }

    [Test]
    public async Task Delay_AnswersRight()
    {
        await using var fixture = await With("create-post:delay=1ms");

        await fixture.Created("/posts", SandboxFixture.Post());

        Assert.That(fixture.Server.Requests.Single().Fault, Is.EqualTo("delay"));
    }

    [Test]
    public async Task Upload_CanFailLikeTheRest()
    {
        await using var fixture = await With("upload#1:500-after-store");
        var url = (
            await fixture.Agency.Post(SandboxFixture.Client + "/media/upload-url", SandboxFixture.Upload())
        ).Data["upload_url"]!.GetValue<string>();

        var first = await fixture.With(null).Put(url, [1, 2, 3, 4], "image/png");
        var second = await fixture.With(null).Put(url, [1, 2, 3, 4], "image/png");

        Assert.That(((int)first.Status, (int)second.Status), Is.EqualTo((500, 200)));
    }

    [Test]
    public async Task Faults_PutFromAnotherProcess_CountFromOne()
    {
        await using var fixture = await SandboxFixture.Sandbox();
        await fixture.Created("/posts", SandboxFixture.Post());

        var wrong = await Put("create-pots:500");
        var right = await Put("create-post#1:500");
        var answer = await fixture.Agency.Post(SandboxFixture.Client + "/posts", SandboxFixture.Post());

        Assert.That(((int)wrong.Status, (int)right.Status, (int)answer.Status), Is.EqualTo((400, 200, 500)));

        Task<HttpAnswer> Put(string plan) =>
            fixture
                .With(null)
                .Put(
                    new Uri(fixture.Server.PageUrl, "/sandbox/faults").AbsoluteUri,
                    Encoding.UTF8.GetBytes(plan),
                    "text/plain"
                );
    }

    private static Task<SandboxFixture> With(string faults) =>
        SandboxFixture.Sandbox(options => options with { Faults = FaultPlan.Parse(faults) });

    private static async Task<(string Text, bool IsReset)> Raw(SandboxFixture fixture, string body)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, fixture.Server.ApiUrl.Port));
        await socket.SendAsync(
            Encoding.UTF8.GetBytes(
                $"POST /api/v1{SandboxFixture.Client}/posts HTTP/1.1\r\nHost: localhost\r\n"
                    + "Authorization: Bearer lp_sandbox_agency\r\nContent-Type: application/json\r\n"
                    + $"Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}"
            )
        );
        var text = new StringBuilder();
        var buffer = new byte[4096];
        try
        {
            while (await socket.ReceiveAsync(buffer) is var count and > 0)
            {
                text.Append(Encoding.UTF8.GetString(buffer, 0, count));
            }

            return (text.ToString(), false);
        }
        catch (SocketException)
        {
            return (text.ToString(), true);
        }
    }
}
