using Galley.Authoring.Pulling;
using Galley.Diagnostics;

namespace Galley.Authoring.Copying;

/// <summary>A file of <c>templates/</c> in the content root: a post with everything but its status and time.</summary>
/// <param name="Path">From the content root.</param>
public sealed record PostTemplate(string Path, string Text)
{
    private const string Folder = "templates";
    private const string Ending = ".md";

    /// <exception cref="GalleyException">There is no such template.</exception>
    public static PostTemplate Read(string root, string name)
    {
        var folder = System.IO.Path.Combine(root, Folder);
        var names = Directory.Exists(folder)
            ? Directory
                .GetFiles(folder, "*" + Ending)
                .Select(System.IO.Path.GetFileNameWithoutExtension)
                .Order()
                .ToList()
            : [];
        if (names.Contains(name))
        {
            var path = $"{Folder}/{name}{Ending}";
            return new PostTemplate(path, File.ReadAllText(System.IO.Path.Combine(root, path)));
        }

        throw new GalleyException(
            names.Count == 0
                ? $"There is no template yet. Write one as {Folder}/{name}{Ending}: a post without status and scheduled_at."
                : $"There is no template \"{name}\". {Suggestion.DidYouMean(name, names!)}The templates are: {string.Join(", ", names)}."
        );
    }

    /// <summary>The template as a post's file, with its comments and its order of fields.</summary>
    /// <param name="schemaLine">Takes the place of the template's own.</param>
    /// <param name="body">Takes the place of the template's text; null keeps it.</param>
    public string Fill(string schemaLine, string status, string scheduledAt, string? leadMagnet, string? body)
    {
        var text = FieldEdit.SetInFile(Text.ReplaceLineEndings("\n"), Path, "status", $"status: {status}\n");
        text = FieldEdit.SetInFile(text, Path, "scheduled_at", $"scheduled_at: {YamlScalar.Quote(scheduledAt)}\n");
        if (leadMagnet is not null)
        {
            text = FieldEdit.SetInFile(text, Path, "lead_magnet", $"lead_magnet: {YamlScalar.Quote(leadMagnet)}\n");
        }

        var lines = text.Split('\n')
            .Where(line => !line.StartsWith("# yaml-language-server:", StringComparison.Ordinal));
        text = string.Join('\n', lines.Take(1).Append(schemaLine).Concat(lines.Skip(1)));
        var start = text.IndexOf("\n---", 3, StringComparison.Ordinal) + 1;
        return body is null ? text : $"{text[..start]}---\n{body}\n";
    }
}
