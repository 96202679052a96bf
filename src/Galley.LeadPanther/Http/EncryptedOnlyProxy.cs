using System.Net;

namespace Galley.LeadPanther.Http;

/// <summary>The machine's proxy for https alone, where it sees no more than a host name: never for loopback, never with the key.</summary>
internal sealed class EncryptedOnlyProxy(IWebProxy machine) : IWebProxy
{
    public ICredentials? Credentials
    {
        get => machine.Credentials;
        set => throw new NotSupportedException();
    }

    public Uri? GetProxy(Uri destination) => IsBypassed(destination) ? null : machine.GetProxy(destination);

    public bool IsBypassed(Uri host) =>
        host.Scheme != Uri.UriSchemeHttps || host.IsLoopback || machine.IsBypassed(host);
}
