using System.Collections.Immutable;
using Galley.Diagnostics;
using Galley.Ledger;

namespace Galley.Rules;

/// <summary>What <see cref="SeverityPolicy"/> knows beside the content, about one client (or the repository's own files).</summary>
public sealed record SeverityContext
{
    public required ValidationPurpose Purpose { get; init; }

    /// <summary>What the ledger says of an object, null for nothing. The whole function is null where the ledger can't be read.</summary>
    public Func<Kind, string, LedgerObject?>? Ledger { get; init; }

    /// <summary>Whether the ledger holds the client's approval of what an object says now.</summary>
    public Func<Kind, string, bool> IsApproved { get; init; } = (_, _) => false;

    /// <summary>Whether it has gone out: nobody can follow a note on it any more.</summary>
    public Func<Kind, string, bool> IsPublished { get; init; } = (_, _) => false;

    /// <summary>The codes with other severities than their own, by id: galley.yaml's with the client's on top.</summary>
    public ImmutableDictionary<string, DiagnosticCode> Rules { get; init; } =
        ImmutableDictionary<string, DiagnosticCode>.Empty;

    /// <summary>Null where no base is known.</summary>
    public ExistingProblems? Base { get; init; }
}

public enum ValidationPurpose
{
    Validate,
    Plan,
}
