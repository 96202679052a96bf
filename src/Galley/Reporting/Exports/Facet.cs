namespace Galley.Reporting.Exports;

/// <summary>One way to break rows down. An answer must never tell who a person is.</summary>
/// <param name="Name">In JSON.</param>
/// <param name="Words">For people.</param>
/// <param name="Answers">A row's: none, one or more.</param>
public sealed record Facet<T>(string Name, string Words, Func<T, IEnumerable<string>> Answers);
