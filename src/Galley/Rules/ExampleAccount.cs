using Galley.Diagnostics;
using Galley.Diagnostics.Codes;

namespace Galley.Rules;

/// <summary>The id that <c>galley init</c> writes when nobody gives one is still there.</summary>
internal sealed class ExampleAccount : IRule
{
    private static readonly string Id = Guid.Empty.ToString();

    public IEnumerable<Problem> Check(RuleContext context)
    {
        if (context.Content.Client is not { Account: { } account } client || account.Id != Id)
        {
            yield break;
        }

        var field = account.IsDirect ? "user_id" : "client_id";
        yield return new Problem(
            SettingsCodes.ExampleAccount,
            client.SourceMap.Path,
            client.SourceMap.At(field),
            $"`{field}` is still the example id that `galley init` wrote, so nothing can be sent for {client.Name}.",
            $"Replace it with the client's own id. `galley {(account.IsDirect ? "whoami" : "clients")}` shows it."
        )
        {
            Client = context.Content.Slug,
        };
    }
}
