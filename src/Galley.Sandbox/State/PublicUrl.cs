namespace Galley.Sandbox.State;

/// <summary>Where a medium is served.</summary>
internal static class PublicUrl
{
    public static string For(SandboxMedium medium, Uri storage) =>
        new Uri(storage, string.Join('/', medium.Path.Split('/').Select(Uri.EscapeDataString))).AbsoluteUri;
}
