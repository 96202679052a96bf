using Galley.Api;
using Galley.Authoring.Import.Rows;
using Galley.Content;
using Galley.Diagnostics;
using Galley.Markdown;

namespace Galley.Authoring.Pulling;

/// <summary>Writes what LeadPanther shows of one object into the text of its file.</summary>
public static class PulledText
{
    private const string Fence = "---";

    /// <param name="text">The file as it is.</param>
    /// <param name="path">Its ending says which form it has.</param>
    /// <exception cref="GalleyException">LeadPanther does not show what the file needs, or the file keeps its text elsewhere.</exception>
    public static string Write(string text, string path, LiveObject there, Client client)
    {
        var unix = text.ReplaceLineEndings("\n");
        var edited = path.EndsWith(".yaml", StringComparison.Ordinal)
            ? Yaml(unix, path, there, client)
            : FrontMatter(unix, there, client);
        return text.Contains("\r\n", StringComparison.Ordinal) ? edited.ReplaceLineEndings("\r\n") : edited;
    }

    private static string FrontMatter(string text, LiveObject there, Client client)
    {
        var close = text.IndexOf($"\n{Fence}", Fence.Length, StringComparison.Ordinal);
        if (!text.StartsWith(Fence, StringComparison.Ordinal) || close < 0)
        {
            throw new GalleyException("The file's front matter can't be read. `galley validate` says why.");
        }

        var start = text.IndexOf('\n', StringComparison.Ordinal) + 1;
        var (yaml, body) = (text[start..(close + 1)], BodyOf(there));
        var fields = Fields(yaml, body, there, client);
        return $"{text[..start]}{fields}{Fence}\n{body.Body}\n";
    }

    private static string Yaml(string text, string path, LiveObject there, Client client)
    {
        if (text.Split('\n').Any(line => line.StartsWith("body_file:", StringComparison.Ordinal)))
        {
            throw new GalleyException(
                $"{path} keeps its text in another file (body_file). Copy the text from LeadPanther into that file by hand."
            );
        }

        var body = BodyOf(there);
        return FieldEdit.Set(Fields(text, body, there, client), "body", $"body: {YamlScalar.Block(body.Body)}");
    }

    private static string Fields(string yaml, ExactText body, LiveObject there, Client client) =>
        there.Kind == Kind.Post ? PostFields(yaml, body, there, client) : LeadMagnetFields(yaml, there);

    private static string PostFields(string yaml, ExactText body, LiveObject there, Client client)
    {
        if (there.Status is not ("draft" or "scheduled"))
        {
            throw new GalleyException(
                $"LeadPanther shows this post as {there.Status ?? "without a state"}, not as a draft or scheduled, "
                    + "so there is nothing to pull."
            );
        }

        yaml = FieldEdit.Set(yaml, "status", $"status: {there.Status}\n");
        if (there.ScheduledAt is { } at)
        {
            var local = LocalTimeText.Format(at, client.Zone);
            yaml = FieldEdit.Set(yaml, "scheduled_at", $"scheduled_at: {YamlScalar.Quote(local)}\n");
        }

        return FieldEdit.Set(yaml, "text_format", body.Format == TextFormat.Plain ? "text_format: plain\n" : "");
    }

    private static string LeadMagnetFields(string yaml, LiveObject there)
    {
        foreach (
            var name in new[] { "keyword", "resource_name", "description", "text_template", "not_connected_reply" }
        )
        {
            if (there.Fields[name]?.GetValue<string>() is { Length: > 0 } value)
            {
                yaml = FieldEdit.Set(yaml, name, $"{name}: {YamlScalar.Quote(value)}\n");
            }
        }

        return yaml;
    }

    private static ExactText BodyOf(LiveObject there)
    {
        var text =
            there.Kind == Kind.Post ? there.Text : there.Fields["hosted_page"]?["markdown_content"]?.GetValue<string>();
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new GalleyException(
                "LeadPanther's API does not show the text of this object, so it can't be pulled."
            );
        }

        var words = ExactText.Normal(text);
        return there.Kind == Kind.LeadMagnet
            ? new ExactText(words, null)
            : ExactText.From(words)
                ?? throw new GalleyException(
                    "This text can't be written into a file so that it reads the same. Copy it by hand."
                );
    }
}
