using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Galley.Api;
using Galley.Authoring.Import.Rows;
using Galley.Content;
using Galley.Diagnostics;

namespace Galley.Authoring.Pulling;

/// <summary>A new file for an object that stands in LeadPanther and belongs to nobody.</summary>
/// <param name="WhyNot">Why it can't be written, without an end; null where <paramref name="File"/> is there.</param>
public sealed record PulledFile(LiveObject Object, string? Key, NewFile? File, string? WhyNot)
{
    /// <param name="leadMagnetKey">The key of the client's lead magnet with an id; null where there is none.</param>
    /// <param name="isTaken">Whether a key is another file's.</param>
    /// <param name="schemaLine">The file's first line, by its path and kind (<see cref="SchemaFolder.LineFor"/>).</param>
    public static PulledFile From(
        LiveObject there,
        Client client,
        Func<string, string?> leadMagnetKey,
        Func<Kind, string, bool> isTaken,
        Func<string, string, string> schemaLine
    )
    {
        var text = there.Kind == Kind.Post ? there.Text : PageOf(there);
        if (string.IsNullOrWhiteSpace(text))
        {
            return No(there, "the API does not show its text");
        }

        if (
            there.Kind == Kind.LeadMagnet
            && (there.Keyword is null || there.ResourceName is null || Text(there.Fields, "text_template") is null)
        )
        {
            return No(there, "the API does not show its keyword, name and message");
        }

        if (Text(there.Fields, "document_url") is not null)
        {
            return No(there, "it has a document, whose type the API does not show");
        }

        var words = ExactText.Normal(text);
        var exact = there.Kind == Kind.Post ? ExactText.From(words) : new ExactText(words, null);
        if (exact is null)
        {
            return No(there, "its text can't be written so that it reads the same");
        }

        if (there.TemplateId is { } id && leadMagnetKey(id) is null)
        {
            return No(there, $"its lead magnet {id} is not one of this client's files; pull that first");
        }

        var key = FreeKey(there, client, words, isTaken);
        var kind = ContentKind.For(there.Kind);
        var path = $"{ContentRoot.ClientsFolder}/{client.Slug}/{kind.Folder}/{key}.md";
        var first = schemaLine(path, kind.Name);
        var content =
            there.Kind == Kind.Post
                ? PostFile.Write(Post(there, client, exact, leadMagnetKey), path, first)
                : LeadMagnet(there, words, path, first, client);
        return new PulledFile(there, key, new NewFile(path, content), null);
    }

    private static PulledFile No(LiveObject there, string why) => new(there, null, null, why);

    private static PostDraft Post(
        LiveObject there,
        Client client,
        ExactText body,
        Func<string, string?> leadMagnetKey
    ) =>
        new()
        {
            Status = there.Status == "draft" ? PostStatus.Draft : PostStatus.Scheduled,
            ScheduledAt = there.ScheduledAt is { } at ? LocalTimeText.Format(at, client.Zone) : null,
            LeadMagnet = there.TemplateId is { } id ? leadMagnetKey(id) : null,
            TextFormat = body.Format,
            Images =
            [
                .. Items(there, "images")
                    .Select(image => Text(image, "url"))
                    .OfType<string>()
                    .Select(url => new PictureDraft(url, IsUrl: true)),
            ],
            Followups = Followups(there.Fields["followups"] as JsonObject),
            Body = body.Body,
        };

    private static string LeadMagnet(LiveObject there, string page, string path, string schemaLine, Client client)
    {
        var draft = new LeadMagnetDraft(there.Keyword!, there.ResourceName!, page)
        {
            Description = Text(there.Fields, "description"),
        };
        return PulledText.Write(LeadMagnetFile.Write(draft, path, schemaLine), path, there, client);
    }

    private static Followups? Followups(JsonObject? shown)
    {
        if (shown is null)
        {
            return null;
        }

        ImmutableArray<Comment> comments =
        [
            .. (shown["comments"] as JsonArray ?? [])
                .OfType<JsonObject>()
                .Where(comment => Text(comment, "text") is not null)
                .Select(comment => new Comment(Text(comment, "text")!, comment["delay_minutes"]?.GetValue<int>())),
        ];
        var reaction =
            shown["reaction"] is JsonObject there && there["enabled"]?.GetValue<bool>() == true
                ? new Reaction(true, there["delay_minutes"]?.GetValue<int>(), Text(there, "reaction_type"))
                : null;
        return reaction is null && comments.IsEmpty ? null : new Followups(reaction, comments);
    }

    private static string FreeKey(LiveObject there, Client client, string words, Func<Kind, string, bool> isTaken)
    {
        var name = KeyName.From(there.Kind == Kind.Post ? words.Split('\n')[0] : there.ResourceName!)
            ?? "from-leadpanther";
        var day = there
            .ScheduledAt?.InZone(client.Zone)
            .Date.ToString("uuuu'-'MM'-'dd'-'", CultureInfo.InvariantCulture);
        var key = day + name;
        for (var number = 2; isTaken(there.Kind, key); number++)
        {
            key = string.Create(CultureInfo.InvariantCulture, $"{day}{name}-{number}");
        }

        return key;
    }

    private static string? PageOf(LiveObject there) =>
        there.Fields["hosted_page"] is JsonObject page ? Text(page, "markdown_content") : null;

    private static IEnumerable<JsonObject> Items(LiveObject there, string field) =>
        (there.Fields[field] as JsonArray ?? []).OfType<JsonObject>();

    private static string? Text(JsonObject of, string field) =>
        of[field] is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0 ? text : null;
}
