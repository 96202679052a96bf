namespace Galley.Diagnostics;

/// <summary>What a content file describes. Written <c>post</c> and <c>lead-magnet</c> in commands, plans and ledgers.</summary>
public enum Kind
{
    LeadMagnet,
    Post,
}

public static class KindName
{
    public static string For(Kind kind) =>
        kind switch
        {
            Kind.LeadMagnet => "lead-magnet",
            Kind.Post => "post",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };

    /// <summary>In a sentence about many.</summary>
    public static string Plural(Kind kind) =>
        kind switch
        {
            Kind.LeadMagnet => "lead magnets",
            Kind.Post => "posts",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };

    public static Kind? Parse(string name) =>
        name switch
        {
            "lead-magnet" => Kind.LeadMagnet,
            "post" => Kind.Post,
            _ => null,
        };
}
