namespace Galley.Sandbox.FakeData;

/// <summary>An invented person who answered a published post, in a comment or by message.</summary>
/// <param name="Seed">What all about the person follows from.</param>
internal sealed record FakePerson(string Seed, string PostId, string? LeadMagnetId, string? Keyword, DateTimeOffset At)
{
    private static readonly string[] FirstNames =
    [
        "Ada",
        "Björn",
        "Chidi",
        "Dana",
        "Elif",
        "Farid",
        "Greta",
        "Hana",
        "Ines",
        "Jonas",
        "Kofi",
        "Lena",
        "Mateo",
        "Noor",
        "Olga",
        "Priya",
    ];

    private static readonly string[] LastNames =
    [
        "Abel",
        "Brandt",
        "Castellan",
        "Dorsey",
        "Ekwueme",
        "Falk",
        "Gallagher",
        "Holm",
        "Ivers",
        "Jansen",
        "Kowal",
        "Lindqvist",
        "Moreau",
        "Novak",
        "Okafor",
        "Pryce",
    ];

    private static readonly string[] Headlines =
    [
        "Head of Growth",
        "Founder",
        "Sales Director",
        "Marketing Lead",
        "Operations Manager",
        "Consultant",
        "Product Manager",
        "Finance Partner",
    ];

    public string Name { get; } =
        $"{SeededRandom.Pick<string>($"{Seed} first", FirstNames)} {SeededRandom.Pick<string>($"{Seed} last", LastNames)}";
    public string Headline { get; } = SeededRandom.Pick<string>($"{Seed} headline", Headlines);
    public bool ByMessage { get; } = SeededRandom.Roll($"{Seed} way") < 0.15;

    /// <summary>They asked for the lead magnet, and so are a lead.</summary>
    public bool Asked => Keyword is not null && SeededRandom.Roll($"{Seed} asked") < 0.7;

    /// <summary>They gave an address on the lead magnet's page.</summary>
    public bool Unlocked => Asked && SeededRandom.Roll($"{Seed} unlocked") < 0.6;

    public bool HasIntent => SeededRandom.Roll($"{Seed} intent") < 0.4;
    public string Qualification => SeededRandom.Roll($"{Seed} qualified") < 0.5 ? "qualified" : "unqualified";
    public string Handle =>
        $"{new string([.. Name.ToLowerInvariant().Where(char.IsAsciiLetter)])}-{SeededRandom.Roll(Seed, 1000, 9999)}";
    public string Email => $"{Handle}@example.com";
    public string Content => Asked ? $"{Keyword} please!" : "Well put, thank you.";

    /// <summary>People answer a comment within a day.</summary>
    public string Status(DateTimeOffset now) => now - At < TimeSpan.FromDays(1) ? "new" : "replied";
}
