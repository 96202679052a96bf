namespace Galley.LeadPanther.Specification;

/// <summary>One thing that Galley uses, compared with an OpenAPI file.</summary>
/// <param name="Operation">The name in the table of operations; null for what belongs to none.</param>
/// <param name="Subject">A request, such as <c>GET /posts</c>, or a field.</param>
/// <param name="Detail">What both say, or what the file says instead.</param>
public sealed record Finding(Verdict Verdict, string? Operation, string Subject, string Detail);
