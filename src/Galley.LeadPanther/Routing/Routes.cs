using System.Globalization;
using Galley.Api;
using Galley.Content;

namespace Galley.LeadPanther.Routing;

/// <summary>Every address that Galley may ask, as documented; there is no other way to make one.</summary>
internal sealed class Routes(ApiUrl api)
{
    /// <summary>§ Direct and Agency Patterns: the maximum is generally 100.</summary>
    public const int PageSize = 100;

    public Uri Me => new($"{api.Value}/me");

    public Uri Clients(int offset) => new($"{api.Value}/clients{Query(Page(offset))}");

    public Uri LeadMagnets(Account account) => Build(account, "/lead-magnets");

    public Uri Posts(Account account) => Build(account, "/posts");

    public Uri UploadUrl(Account account) => Build(account, "/media/upload-url");

    public Uri Engagement(Account account, string postId) =>
        Build(account, $"/posts/{ApiId.Require(postId)}/engagement");

    /// <summary>The captures are not read, and personal: one is the least that can be asked for.</summary>
    public Uri Analytics(Account account, string leadMagnetId) =>
        Build(account, $"/lead-magnets/{ApiId.Require(leadMagnetId)}/analytics?limit=1&offset=0");

    public Uri Leads(Account account, LeadFilter filter, int offset) =>
        Build(
            account,
            "/leads"
                + Query([
                    .. Page(offset),
                    ("keyword", filter.Keyword),
                    ("source", filter.Source),
                    ("has_email", Flag(filter.HasEmail)),
                    ("has_intent", Flag(filter.HasIntent)),
                    ("qualification", filter.Qualification),
                    ("search", filter.Search),
                ])
        );

    public Uri Activity(Account account, ActivityFilter filter, int offset) =>
        Build(
            account,
            "/activity"
                + Query([
                    .. Page(offset),
                    ("source", filter.Source),
                    ("status", filter.Status),
                    ("keyword", filter.Keyword),
                    ("search", filter.Search),
                ])
        );

    private Uri Build(Account account, string path) =>
        new(account.IsDirect ? $"{api.Value}{path}" : $"{api.Value}/clients/{ApiId.Require(account.Id)}{path}");

    private static (string Name, string? Value)[] Page(int offset) =>
        [
            ("limit", PageSize.ToString(CultureInfo.InvariantCulture)),
            ("offset", offset.ToString(CultureInfo.InvariantCulture)),
        ];

    private static string Query((string Name, string? Value)[] parts) =>
        "?"
        + string.Join(
            '&',
            parts
                .Where(part => part.Value is not null)
                .Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}")
        );

    private static string? Flag(bool? value) =>
        value switch
        {
            true => "true",
            false => "false",
            null => null,
        };
}
