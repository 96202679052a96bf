namespace Galley.Api;

/// <summary>One operation of LeadPanther's API that Galley uses.</summary>
/// <param name="Name">What ledgers and reports call it, such as <c>update-post</c>.</param>
/// <param name="Title">What messages call it, as the start of a sentence.</param>
/// <param name="Path">Below the base URL. An account's own operation stands at this path for a direct account.</param>
/// <param name="Scope">Null where any valid key will do, or none is needed.</param>
/// <param name="Page">The pages of LeadPanther's documentation that speak of it.</param>
public sealed record ApiOperation(
    string Name,
    string Title,
    string Method,
    string Path,
    string? Scope,
    Evidence Evidence,
    string Page
)
{
    private const string Client = "/clients/{clientId}";

    /// <summary>Whether an agency's key asks for it below <c>/clients/{clientId}</c>.</summary>
    public bool IsOfAnAccount { get; init; } = true;

    /// <summary>Null where there is only one path.</summary>
    public string? AgencyPath => IsOfAnAccount ? Client + Path : null;
}
