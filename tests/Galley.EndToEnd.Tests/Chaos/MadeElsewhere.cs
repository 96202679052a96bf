using System.Globalization;
using System.Text.Json;

namespace Galley.EndToEnd.Tests.Chaos;

/// <summary>A post that stands in a file and went to LeadPanther by other hands.</summary>
internal sealed record MadeElsewhere(string Slug, string Account, string Key, string Words, DateTime London)
{
    /// <summary>What those hands sent.</summary>
    public string Wire =>
        JsonSerializer.Serialize(
            new
            {
                text = Words,
                status = "scheduled",
                // Summer time.
                scheduled_at = London
                    .AddHours(-1)
                    .ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
                theme_id = (string?)null,
                template_id = (string?)null,
                images = Array.Empty<object>(),
                document_url = (string?)null,
                document_type = "image",
                notes = "",
                followups = new
                {
                    reaction = new
                    {
                        enabled = false,
                        delay_minutes = 30,
                        reaction_type = "like",
                    },
                    repost = (string?)null,
                    comments = Array.Empty<object>(),
                },
            }
        );
}
