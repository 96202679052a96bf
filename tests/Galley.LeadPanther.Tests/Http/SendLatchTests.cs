using System.Net;
using Galley.LeadPanther.Http;
using Galley.Testing.Http;

namespace Galley.LeadPanther.Tests.Http;

/// <summary>What "not one byte of the request left" means behind TLS and behind a proxy.</summary>
internal sealed class SendLatchTests
{
    private bool? _passedDuringHandshake;

    [Test]
    public async Task Gate_BehindTls_PassesWithTheRequestAndNotWithTheHandshake()
    {
        var latch = new SendLatch();
        await using var server = LoopbackServer.Conversing(ReadASecret);

        Send(latch, server.Url.Replace("http:", "https:", StringComparison.Ordinal), proxy: null);

        Assert.That(_passedDuringHandshake, Is.False);
        Assert.That(latch.TrySeal(), Is.False);
    }

    [Test]
    public async Task Gate_ProxyRefusesTheTunnel_NothingPassed()
    {
        var latch = new SendLatch();
        await using var proxy = LoopbackServer.Answering(Reply.Json(502, "{}"));

        Send(latch, "https://lead.example/api/v1/posts", proxy.Url);

        Assert.That(proxy.Requests.Select(request => request.Line), Is.EqualTo(new[] { "CONNECT lead.example:443" }));
        Assert.That(proxy.Requests[0].Header("Authorization"), Is.Null);
        Assert.That(latch.TrySeal(), Is.True);
    }

    [Test]
    public async Task Gate_ThroughATunnel_PassesWithTheRequestAndNotWithTheHandshake()
    {
        var latch = new SendLatch();
        await using var proxy = LoopbackServer.Conversing(
            async (connection, cancellationToken) =>
            {
                await connection.ReadRequest(cancellationToken);
                await connection.Write("HTTP/1.1 200 OK\r\n\r\n", cancellationToken);
                await ReadASecret(connection, cancellationToken);
            }
        );

        Send(latch, "https://lead.example/api/v1/posts", proxy.Url);

        Assert.That(_passedDuringHandshake, Is.False);
        Assert.That(latch.TrySeal(), Is.False);
    }

    [Test]
    public async Task Gate_OnceSealed_LetsNothingPass()
    {
        var latch = new SendLatch();
        using var wire = new MemoryStream();
        await using var guarded = latch.Guard(wire);

        Assert.That(latch.TrySeal(), Is.True);

        Assert.That(async () => await guarded.WriteAsync(new byte[1]), Throws.InstanceOf<IOException>());
        Assert.That(wire.Length, Is.Zero);
    }

    [TestCase("https://app.leadpanther.ai/api/v1", true)]
    [TestCase("http://127.0.0.1:5080/", false)]
    [TestCase("https://127.0.0.1:5080/", false)]
    [TestCase("http://app.leadpanther.ai/", false)]
    [TestCase("https://inside.example/", false)]
    public void Proxy_OfTheMachine_ServesHttpsToElsewhereOnly(string address, bool used)
    {
        var proxy = new EncryptedOnlyProxy(
            new WebProxy("http://proxy.example:3128", BypassOnLocal: false, [@"inside\.example"])
        );

        Assert.That(
            proxy.GetProxy(new Uri(address)),
            used ? Is.EqualTo(new Uri("http://proxy.example:3128")) : Is.Null
        );
        Assert.That(proxy.IsBypassed(new Uri(address)), Is.Not.EqualTo(used));
    }

    private static async Task ReadASecret(LoopbackConnection connection, CancellationToken cancellationToken)
    {
        if (await TlsServer.Secure(connection, cancellationToken) is { } tls)
        {
            _ = await tls.ReadAsync(new byte[1000], cancellationToken);
        }
    }

    private void Send(SendLatch latch, string address, string? proxy)
    {
        using var handler = ApiTransport.SingleUseHandler(latch);
        if (proxy is not null)
        {
            handler.Proxy = new WebProxy(proxy);
        }

        handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, _, _) =>
        {
            _passedDuringHandshake = latch.HasPassed;
            return certificate?.Subject == TlsServer.Subject;
        };
        using var invoker = new HttpMessageInvoker(handler);
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new SingleUseContent("{}") };

        Assert.That(async () => await invoker.SendAsync(request, default), Throws.InstanceOf<HttpRequestException>());
    }
}
