using System.Collections.Immutable;
using Galley.Content.Documents;
using Galley.Content.Schemas;
using Galley.Content.Yaml;

namespace Galley.Content;

/// <summary>A field of galley.yaml or a client.yaml that a pull request changes.</summary>
/// <param name="Path">From the content root.</param>
/// <param name="Field">Dotted: <c>limits.max_creates</c>; null where a whole file comes, goes or can't be read.</param>
/// <param name="Before">As written; null when absent.</param>
/// <param name="After">As written; null when absent.</param>
/// <param name="Effect">What the field does, or what happened to the file, as sentences.</param>
public sealed record SettingsChange(string Path, string? Field, string? Before, string? After, string Effect);

/// <summary>What differs between the settings of a base and those of today, field by field, each with what the schema says of it.</summary>
public static class SettingsChanges
{
    /// <param name="slugs">The clients that are looked at.</param>
    public static ImmutableArray<SettingsChange> Since(
        BaseContent @base,
        Repository repository,
        IEnumerable<string> slugs
    ) =>
        [
            .. slugs
                .Select(slug => $"{ContentRoot.ClientsFolder}/{slug}/{ContentRoot.ClientFile}")
                .Prepend(ContentRoot.SettingsFile)
                .Where(@base.Changed)
                .SelectMany(path => OfFile(path, @base.Repository.Root, repository.Root)),
        ];

    private static IEnumerable<SettingsChange> OfFile(string path, string baseRoot, string root)
    {
        var (before, after) = (Path.Combine(baseRoot, path), Path.Combine(root, path));
        if (!File.Exists(before) || !File.Exists(after))
        {
            return
            [
                File.Exists(after)
                    ? new SettingsChange(path, null, null, null, "This file is new.")
                    : new SettingsChange(
                        path,
                        null,
                        null,
                        null,
                        "This file is gone: its settings are the defaults now."
                    ),
            ];
        }

        return Fields(path, before) is { } old && Fields(path, after) is { } current
            ? Between(path, old, current)
            : [new SettingsChange(path, null, null, null, "This file can't be compared, because it has an error.")];
    }

    private static IEnumerable<SettingsChange> Between(
        string path,
        Dictionary<string, string> before,
        Dictionary<string, string> after
    )
    {
        var schema = path == ContentRoot.SettingsFile ? ContentSchema.Galley : ContentSchema.Client;
        return before
            .Keys.Union(after.Keys)
            .Where(field => before.GetValueOrDefault(field) != after.GetValueOrDefault(field))
            .Select(field => new SettingsChange(
                path,
                field,
                before.GetValueOrDefault(field),
                after.GetValueOrDefault(field),
                schema.DescriptionOf(field)
            ));
    }

    /// <summary>Every value of a file by its dotted name, in the file's order; null when it can't be read.</summary>
    private static Dictionary<string, string>? Fields(string path, string file)
    {
        var hasFault = false;
        var report = new FileReport(path, null, _ => hasFault = true);
        var text = TextFile.Read(file, report);
        var root = text is null ? null : YamlText.Read(text, firstLine: 1, report.Add);
        if (hasFault || root is not (null or MappingNode))
        {
            return null;
        }

        var fields = new Dictionary<string, string>();
        Collect("", root, fields);
        return fields;
    }

    private static void Collect(string name, Node? node, Dictionary<string, string> fields)
    {
        switch (node)
        {
            case MappingNode mapping:
                foreach (var field in mapping.Fields)
                {
                    Collect(name.Length == 0 ? field.Name : $"{name}.{field.Name}", field.Value, fields);
                }

                break;
            case not null:
                fields[name] = SecretField.Hide(name, Shown(node));
                break;
        }
    }

    private static string Shown(Node node) =>
        node switch
        {
            ScalarNode scalar => scalar.Text,
            SequenceNode list => string.Join(", ", list.Items.Select(Shown)),
            MappingNode mapping => string.Join(
                ", ",
                mapping.Fields.Select(field => $"{field.Name}: {Shown(field.Value)}")
            ),
            _ => "",
        };
}
