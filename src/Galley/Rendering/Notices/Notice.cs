using System.Text.Json.Nodes;

namespace Galley.Rendering.Notices;

/// <summary>One message to the address that <c>notify_url</c> names: what happened, for a channel that people read.</summary>
/// <param name="Event"><c>problem</c>, or <c>result</c> of an apply.</param>
/// <param name="Text">For people. Nothing in it mentions anybody or is a link.</param>
public sealed record Notice(string Event, string Text)
{
    /// <summary>The folder's name; null where it is not about one client.</summary>
    public string? Client { get; init; }

    /// <summary>As commands name it: <c>post northwind/launch</c>.</summary>
    public string? Object { get; init; }

    /// <summary>The plan's name of the problem: <c>in-doubt</c>, <c>missed</c> …</summary>
    public string? Problem { get; init; }

    /// <summary>The job's page; null outside a job.</summary>
    public Uri? Page { get; init; }

    /// <summary>The body for Slack and what is like it: <c>text</c>, beside fields for programs.</summary>
    public string ToJson()
    {
        var json = new JsonObject { ["text"] = TextWithPage, ["event"] = Event };
        (string Name, string? Value)[] known =
        [
            ("client", Client),
            ("object", Object),
            ("problem", Problem),
            ("url", Page?.AbsoluteUri),
        ];
        foreach (var (name, value) in known.Where(field => field.Value is not null))
        {
            json[name] = value;
        }

        return json.ToJsonString();
    }

    /// <summary>The body for a workflow of Teams, which takes nothing but an Adaptive Card.</summary>
    public string ToTeamsCard() =>
        new JsonObject
        {
            ["type"] = "message",
            ["attachments"] = new JsonArray(
                new JsonObject
                {
                    ["contentType"] = "application/vnd.microsoft.card.adaptive",
                    ["content"] = new JsonObject
                    {
                        ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
                        ["type"] = "AdaptiveCard",
                        ["version"] = "1.4",
                        ["body"] = new JsonArray(
                            new JsonObject
                            {
                                ["type"] = "TextBlock",
                                ["wrap"] = true,
                                ["text"] = TeamsLines,
                            }
                        ),
                    },
                }
            ),
        }.ToJsonString();

    private string TextWithPage => Page is null ? Text : $"{Text}\n{Page.AbsoluteUri}";

    /// <summary>One line's end alone is a blank in a card.</summary>
    private string TeamsLines => TextWithPage.Replace("\n", "\n\n", StringComparison.Ordinal);
}
