namespace Galley.LeadPanther.Routing;

/// <summary>
/// The API's base URL, checked: https or loopback, no user name, query or fragment, no slash at its end. It comes from the
/// environment and never from a file, so that no content can send the key elsewhere.
/// </summary>
public sealed record ApiUrl
{
    public const string Variable = "LEADPANTHER_API_URL";
    public const string Default = "https://app.leadpanther.ai/api/v1";

    // People use it by mistake: the documentation says that it is not the API (§ LeadPanther API Workflows).
    private const string WrongHost = "api.leadpanther.ai";
    private const string RightHost = "app.leadpanther.ai";

    private ApiUrl(Uri uri)
    {
        Value = uri.GetLeftPart(UriPartial.Path).TrimEnd('/');
        IsLoopback = uri.IsLoopback;
    }

    public string Value { get; }

    public bool IsLoopback { get; }

    /// <summary>LEADPANTHER_API_URL, or the default where it is absent or empty.</summary>
    /// <exception cref="GalleyException">The value breaks the rule; the message gives what to set instead.</exception>
    public static ApiUrl Read(Func<string, string?> environment) => Parse(environment(Variable));

    /// <inheritdoc cref="Read"/>
    public static ApiUrl Parse(string? value)
    {
        var text = string.IsNullOrWhiteSpace(value) ? Default : value.Trim();
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || !IsHttp(uri))
        {
            throw Refused("is not a complete web URL");
        }

        if (WhyRefused(uri) is { } why)
        {
            throw Refused(why);
        }

        return new ApiUrl(uri);
    }

    public override string ToString() => Value;

    // A user name, a query or an unreadable value may hold a secret: the value is quoted only from the checks after those.
    private static string? WhyRefused(Uri uri) =>
        uri switch
        {
            { UserInfo.Length: > 0 } => "contains a user name or password, which is never needed",
            { Query.Length: > 0 } or { Fragment.Length: > 0 } =>
                "contains a ? or #, but it is only the start of each address",
            _ when !SafeAddress.IsSafe(uri) => $"is {Quote(uri)}, and plain http would show the API key to the network",
            _ when IsHost(uri, WrongHost) => $"is {Quote(uri)}, which is not the address of the API",
            _ when IsHost(uri, RightHost) && uri.AbsolutePath.TrimEnd('/') != "/api/v1" =>
                $"is {Quote(uri)}, but the API is not at that path",
            _ => null,
        };

    private static bool IsHttp(Uri uri) => uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp;

    private static bool IsHost(Uri uri, string host) =>
        string.Equals(uri.IdnHost.TrimEnd('.'), host, StringComparison.OrdinalIgnoreCase);

    private static string Quote(Uri uri) => $"\"{uri.GetLeftPart(UriPartial.Path)}\"";

    private static GalleyException Refused(string why) =>
        new(
            $"{Variable} {why}: set it to {Default}, or to a loopback address such as http://127.0.0.1:5080/api/v1 for a sandbox."
        );
}
