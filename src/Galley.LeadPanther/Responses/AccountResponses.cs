using System.Text.Json;
using Galley.Api;

namespace Galley.LeadPanther.Responses;

/// <summary>§ Verify Identity, § List Clients.</summary>
internal static class AccountResponses
{
    public static ApiMetadata? Metadata(ApiAnswer answer) =>
        answer.Root.Object("data") is { } data
            ? new ApiMetadata(data.Text("name"), data.Text("version")) { ServerTime = answer.ServerTime }
            : null;

    public static Identity? Identity(ApiAnswer answer)
    {
        if (
            answer.Root.Object("data") is not { } data
            || data.Object("owner") is not { } owner
            || owner.Text("user_id") is not { } userId
        )
        {
            return null;
        }

        return new Identity(
            new AccountOwner(
                userId,
                owner.Text("full_name"),
                owner.Text("business_name"),
                owner.Text("account_status")
            ),
            data.Text("actor_type") ?? "",
            data.Texts("scopes"),
            data.Object("subject")?.Text("user_id") ?? userId
        )
        {
            ServerTime = answer.ServerTime,
        };
    }

    public static ClientAccount? Client(JsonElement item) =>
        item.Text("user_id") is { } userId
            ? new ClientAccount(
                userId,
                item.Text("full_name"),
                item.Text("business_name"),
                item.Text("account_status"),
                GrantOf(item)
            )
            : null;

    private static Grant? GrantOf(JsonElement item) =>
        item.Object("grant") is { } grant
            ? new Grant(grant.Text("id") ?? "", grant.Text("label"), grant.Text("status"), grant.Texts("permissions"))
            : null;
}
