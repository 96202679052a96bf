using System.Collections.Immutable;
using Galley.Diagnostics;

namespace Galley.Rules;

/// <summary>The base that a pull request is compared with: what was wrong there, and which files it changes.</summary>
/// <param name="Problems">By code, path and message; the line may have moved.</param>
/// <param name="Changed">Whether a file, by its path from the content root, differs from the base's.</param>
public sealed record ExistingProblems(
    ImmutableHashSet<(string Code, string Path, string Message)> Problems,
    Func<string, bool> Changed
)
{
    /// <summary>
    /// Whether a client's folder, and the settings that it takes, are as on the base: then so is all that is wrong with it.
    /// </summary>
    public Func<string, bool> IsUntouched { get; init; } = _ => false;

    public static ExistingProblems From(IEnumerable<Problem> problems, Func<string, bool> changed) =>
        new([.. problems.Select(problem => (problem.Code.Id, problem.Path, problem.Message))], changed);

    /// <summary>On the base already, and its file untouched.</summary>
    internal bool Has(Problem problem) =>
        (problem.Client is { } client && IsUntouched(client))
        || (Problems.Contains((problem.Code.Id, problem.Path, problem.Message)) && !Changed(problem.Path));
}
