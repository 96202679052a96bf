using Galley.Diagnostics.Codes;

namespace Galley.Content.Fields;

/// <summary>Exactly one of <c>client_id</c> and <c>user_id</c>.</summary>
internal static class AccountField
{
    public const string Client = "client_id";
    public const string User = "user_id";

    public static Account? Read(FieldReader fields, FileReport report)
    {
        var (client, user) = (fields.Mapping.Find(Client), fields.Mapping.Find(User));
        if (client is not null && user is not null)
        {
            report.Add(
                SettingsCodes.AccountId,
                user.At,
                "client.yaml has both `client_id` and `user_id`.",
                "Keep `client_id` for a client of an agency, or `user_id` for a direct account. "
                    + "`galley clients` and `galley whoami` show the ids."
            );
        }

        if (client is null && user is null)
        {
            report.Add(
                SettingsCodes.AccountId,
                fields.Mapping.At,
                "client.yaml does not name the LeadPanther account.",
                "Add `client_id:` for a client of an agency (`galley clients` lists the ids), "
                    + "or `user_id:` for a direct account (`galley whoami` shows it)."
            );
        }

        return Read(fields);
    }

    /// <summary>Null unless exactly one of them is there. Reports nothing.</summary>
    public static Account? Read(FieldReader fields) =>
        (fields.Text(Client), fields.Text(User)) switch
        {
            ({ } client, null) => new Account(client, IsDirect: false),
            (null, { } user) => new Account(user, IsDirect: true),
            _ => null,
        };
}
