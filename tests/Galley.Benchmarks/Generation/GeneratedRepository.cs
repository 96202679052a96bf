using System.Globalization;
using Galley.Testing;
using NodaTime;

namespace Galley.Benchmarks.Generation;

/// <summary>
/// A repository of any size, without a single problem in it, the same every time: ordinary posts of some hundred words, a fifth of them
/// with a picture, a third with a lead magnet and follow-ups.
/// </summary>
internal sealed class GeneratedRepository(string root, int posts, int clients)
{
    /// <summary>Whether the posts are of all forms that people and tools write, or all of the plainest.</summary>
    public bool IsMixed { get; init; }

    /// <summary>The instant to look at it with <c>--now</c>: every post is ahead of it.</summary>
    public static readonly Instant Now = Instant.FromUtc(2026, 6, 8, 9, 0);

    private const int LeadMagnets = 3;
    private static readonly string[] Zones =
    [
        "Europe/London",
        "America/New_York",
        "Europe/Paris",
        "Asia/Tokyo",
        "Australia/Sydney",
    ];

    public static string AccountOf(int client) =>
        string.Create(CultureInfo.InvariantCulture, $"00000000-0000-4000-8000-{client:x12}");

    public void Write()
    {
        Put("galley.yaml", "time_zone: Europe/London\nlimits:\n  max_creates: 1000000\n  min_gap: 30m\n");
        Parallel.For(0, clients, WriteClient);
    }

    private void WriteClient(int client)
    {
        var folder = string.Create(CultureInfo.InvariantCulture, $"clients/client-{client:0000}");
        Put(
            $"{folder}/client.yaml",
            $"name: Client number {client}\nclient_id: {AccountOf(client)}\ntime_zone: {Zones[client % Zones.Length]}\napproval: optional\n"
        );
        Put($"{folder}/media/chart.png", SampleMedia.Png(1200, 627));
        Put($"{folder}/media/team.jpg", SampleMedia.Jpeg(1080 + client % 100, 1080));
        for (var magnet = 0; magnet < LeadMagnets; magnet++)
        {
            Put($"{folder}/lead-magnets/guide-{magnet}.md", GeneratedText.LeadMagnet(client, magnet));
        }

        for (var post = client; post < posts; post += clients)
        {
            WritePost(folder, client, post / clients, post);
        }
    }

    /// <summary>Two hours apart, in office hours: far enough from the days on which clocks change at night.</summary>
    private void WritePost(string folder, int client, int number, int seed)
    {
        var day = new LocalDate(2026, 6, 10).PlusDays(number / 5);
        var hour = 9 + (number % 5 * 2);
        var name = string.Create(CultureInfo.InvariantCulture, $"{day.Month:00}-{day.Day:00}-{hour:00}-post");
        var subject = new GeneratedText.Subject(client, number, seed);
        var at = string.Create(CultureInfo.InvariantCulture, $"{day:uuuu'-'MM'-'dd} {hour:00}:00");
        int? magnet = seed % 3 == 0 ? seed % LeadMagnets : null;
        foreach (
            var part in IsMixed
                ? MixedPost.Write(subject, name, at, magnet)
                : [new MixedPost.Part($"{name}.md", GeneratedText.Post(subject, at, magnet))]
        )
        {
            Put($"{folder}/posts/{day.Year}/{part.Name}", part.Text);
        }
    }

    private void Put(string path, string text) => Put(path, System.Text.Encoding.UTF8.GetBytes(text));

    private void Put(string path, byte[] bytes)
    {
        var file = Path.Combine(root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, bytes);
    }
}
