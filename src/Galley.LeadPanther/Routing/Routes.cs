using System.Globalization;
using Galley.Api;
using Galley.Content;

namespace Galley.LeadPanther.Routing;

/// <summary>Makes the addresses of <see cref="ApiOperations"/>; there is no other way to make one.</summary>
internal sealed class Routes(ApiUrl api)
{
    /// <summary>§ Direct and Agency Patterns: the maximum is generally 100.</summary>
    public const int PageSize = 100;

    public Uri Of(ApiOperation operation) => new($"{api.Value}{operation.Path}");

    public Uri Of(ApiOperation operation, Account account, string id = "") => Build(operation, account, id, "");

    public Uri Clients(int offset) => new($"{api.Value}{ApiOperations.ListClients.Path}{Query(Page(offset))}");

    public Uri List(ApiOperation operation, Account account, int offset) =>
        Build(operation, account, "", Query(Page(offset)));

    /// <summary>The captures are not read, and personal: one is the least that can be asked for.</summary>
    public Uri Analytics(Account account, string leadMagnetId) =>
        Build(ApiOperations.Analytics, account, leadMagnetId, "?limit=1&offset=0");

    public Uri Leads(Account account, LeadFilter filter, int offset) =>
        Build(
            ApiOperations.ListLeads,
            account,
            "",
            Query([
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
            ApiOperations.ListActivity,
            account,
            "",
            Query([
                .. Page(offset),
                ("source", filter.Source),
                ("status", filter.Status),
                ("keyword", filter.Keyword),
                ("search", filter.Search),
            ])
        );

    private Uri Build(ApiOperation operation, Account account, string id, string query)
    {
        var path = account.IsDirect ? operation.Path : operation.AgencyPath;
        return new Uri($"{api.Value}{Fill(path!, account.Id, id)}{query}");
    }

    private static string Fill(string path, string clientId, string id) =>
        string.Join(
            '/',
            path.Split('/')
                .Select(part =>
                    part switch
                    {
                        "{clientId}" => ApiId.Require(clientId),
                        "{id}" => ApiId.Require(id),
                        _ => part,
                    }
                )
        );

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
