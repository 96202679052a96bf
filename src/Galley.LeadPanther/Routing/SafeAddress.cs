namespace Galley.LeadPanther.Routing;

/// <summary>Where bytes may be sent: over https, or to this machine itself (a sandbox, a test).</summary>
internal static class SafeAddress
{
    public static bool IsSafe(Uri uri) =>
        uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback);
}
