using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Galley.Testing.Http;

namespace Galley.LeadPanther.Tests.Http;

/// <summary>The server's side of TLS, with a certificate that nobody trusts.</summary>
internal static class TlsServer
{
    public const string Subject = "CN=127.0.0.1";

    /// <summary>Null when the client hung up during the handshake.</summary>
    public static async Task<Stream?> Secure(LoopbackConnection connection, CancellationToken cancellationToken)
    {
        var tls = new SslStream(connection.Stream());
        using var certificate = SelfSigned();
        try
        {
            await tls.AuthenticateAsServerAsync(
                new SslServerAuthenticationOptions { ServerCertificate = certificate },
                cancellationToken
            );
            return tls;
        }
        catch (Exception e) when (e is AuthenticationException or IOException)
        {
            await tls.DisposeAsync();
            return null;
        }
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new CertificateRequest(Subject, key, HashAlgorithmName.SHA256).CreateSelfSigned(
            ClientFixture.Now.AddYears(-9),
            ClientFixture.Now.AddYears(9)
        );
    }
}
