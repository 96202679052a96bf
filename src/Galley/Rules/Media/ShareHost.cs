namespace Galley.Rules.Media;

/// <summary>Hosts that answer a share link with a page or a login instead of the file.</summary>
internal sealed record ShareHost(string Name, string Why, Func<Uri, bool>? Spares = null)
{
    private static readonly ShareHost[] All =
    [
        new("github.com", "GitHub shows it only to people who are signed in"),
        new("private-user-images.githubusercontent.com", "GitHub's URL for it expires within minutes"),
        new("user-images.githubusercontent.com", "GitHub may ask for a login"),
        new("drive.google.com", "Google Drive answers with a page"),
        new("docs.google.com", "Google Docs answers with a page"),
        new("photos.google.com", "Google Photos answers with a page"),
        new("photos.app.goo.gl", "Google Photos answers with a page"),
        new("dropbox.com", "Dropbox answers with a page", link =>
            link.Query.Contains("raw=1", StringComparison.Ordinal)
        ),
        new("1drv.ms", "OneDrive answers with a page"),
        new("onedrive.live.com", "OneDrive answers with a page"),
        new("sharepoint.com", "SharePoint asks for a login"),
        new("icloud.com", "iCloud answers with a page"),
        new("wetransfer.com", "WeTransfer answers with a page"),
        new("we.tl", "WeTransfer answers with a page"),
    ];

    /// <summary>Why LeadPanther can't open a link. Null when no reason is known.</summary>
    public static string? WarnAbout(Uri link) =>
        Array.Find(All, host => host.Serves(link) && host.Spares?.Invoke(link) != true)?.Why;

    private bool Serves(Uri link) =>
        link.Host.Equals(Name, StringComparison.OrdinalIgnoreCase)
        || link.Host.EndsWith("." + Name, StringComparison.OrdinalIgnoreCase);
}
