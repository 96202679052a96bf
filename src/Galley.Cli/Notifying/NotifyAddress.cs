namespace Galley.Cli.Notifying;

/// <summary>The address that <c>notify_url</c> names: https, or http on this machine. It is a secret and has no text form.</summary>
internal sealed class NotifyAddress
{
    private NotifyAddress(Uri uri) => Uri = uri;

    public Uri Uri { get; }

    /// <summary>Workflows of Power Automate, which post cards into Teams. All else takes Slack's form.</summary>
    public bool IsTeams =>
        IsBelow("logic.azure.com") || IsBelow("api.powerplatform.com") || IsBelow("webhook.office.com");

    /// <summary>Null where it is none, or would be sent over the network in plain text.</summary>
    public static NotifyAddress? TryParse(string value) =>
        Uri.TryCreate(value.Trim(), UriKind.Absolute, out var uri)
        && uri.UserInfo.Length == 0
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
            ? new NotifyAddress(uri)
            : null;

    public override string ToString() => "(not shown)";

    private bool IsBelow(string domain) => Uri.IdnHost.EndsWith($".{domain}", StringComparison.OrdinalIgnoreCase);
}
