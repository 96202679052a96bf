namespace Galley.Testing.GitHub;

public sealed record StoredStatus(string Sha, string State, string Context, string? Description, string? TargetUrl);
