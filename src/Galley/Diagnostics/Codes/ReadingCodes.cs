namespace Galley.Diagnostics.Codes;

/// <summary>GAL1xx: a file that can't be read, or that Galley would have to guess about. None is adjustable.</summary>
public static class ReadingCodes
{
    public static readonly DiagnosticCode Syntax = Error(
        "GAL101",
        "Not valid YAML",
        "The fields can't be read from this line on. Most often a text needs quotes, or lines are not indented alike.",
        "notes: \"Ask Ann",
        "notes: \"Ask Ann\""
    );

    public static readonly DiagnosticCode DuplicateField = Error(
        "GAL102",
        "Field given twice",
        "The same field stands twice in one place, so one of the two values would be lost.",
        "status: draft\nstatus: scheduled",
        "status: scheduled"
    );

    public static readonly DiagnosticCode NotUtf8 = Error(
        "GAL103",
        "Not UTF-8",
        "The file is saved in another encoding, so letters such as é or “ would come out wrong.",
        "a file saved as Windows-1252 or UTF-16",
        "Save the file again with the encoding UTF-8."
    );

    public static readonly DiagnosticCode FrontMatter = Error(
        "GAL104",
        "Front matter missing or not closed",
        "A .md file begins with its fields between two lines that hold only ---.",
        "---\nstatus: draft\n\nHello",
        "---\nstatus: draft\n---\n\nHello"
    );

    public static readonly DiagnosticCode TooLarge = Error(
        "GAL105",
        "File too large",
        "A post or settings file is at most 1 MiB; this one holds something else.",
        "a post of 3 MB",
        "Move what does not belong to the post out of the file."
    );

    public static readonly DiagnosticCode Alias = Error(
        "GAL106",
        "YAML anchor or alias",
        "Anchors (&name) and aliases (*name) are not supported: a reviewer should see each value where it is used.",
        "notes: *same",
        "notes: \"*same\""
    );

    public static readonly DiagnosticCode Symlink = Error(
        "GAL107",
        "Symbolic link",
        "Links are not followed, since they could publish a file from outside the client's folder.",
        "posts/launch.md -> ../../../secret.md",
        "Put a copy of the file there."
    );

    public static readonly DiagnosticCode StrayFile = Error(
        "GAL108",
        "File that is not read",
        "Nothing of this file would be published: it is not where, or not named as, Galley reads files.",
        "clients/northwind/post/launch.md",
        "clients/northwind/posts/launch.md"
    );

    public static readonly DiagnosticCode SameKey = Error(
        "GAL109",
        "Two files with one key",
        "A key names one post or lead magnet of a client. Keys that differ only in case are one file on Windows and macOS.",
        "posts/launch.md and posts/launch.yaml",
        "Rename one of them, or give it a `key:` of its own."
    );

    public static readonly DiagnosticCode Tag = Error(
        "GAL110",
        "YAML tag",
        "Tags (!name) are not supported. A text that begins with an exclamation mark needs quotes.",
        "notes: !important",
        "notes: \"!important\""
    );

    public static readonly DiagnosticCode MergeKey = Error(
        "GAL111",
        "YAML merge key",
        "Merge keys (<<) are not supported: a reviewer should see each value where it is used.",
        "<<: {status: draft}",
        "status: draft"
    );

    public static readonly DiagnosticCode SecondDocument = Error(
        "GAL112",
        "More than one YAML document",
        "One file is one post, lead magnet or client. A line that holds only --- would begin a second one.",
        "status: draft\n---\nstatus: draft",
        "Put each into a file of its own."
    );

    public static readonly DiagnosticCode TooDeep = Error(
        "GAL113",
        "Nested too deeply",
        "Fields are nested far deeper than any that Galley knows.",
        "notes: [[[[[[[[…]]]]]]]]",
        "notes: a text"
    );

    public static readonly DiagnosticCode TooMany = Error(
        "GAL114",
        "Too many values",
        "The file holds far more values than a post or a client can have.",
        "images: a list of 100,000 names",
        "Keep the values that the post needs."
    );

    public static readonly DiagnosticCode ControlCharacter = Error(
        "GAL115",
        "Invisible control character",
        "The file holds a character that can't be seen and that no text means; it often comes with text pasted from elsewhere.",
        "a text with a NUL in it",
        "Delete the character, or type the text around it again."
    );

    public static readonly DiagnosticCode QuotePlaceholder = Error(
        "GAL116",
        "Placeholder without quotes",
        "A value that begins with {{ is a mapping for YAML. Put the text in quotes, or write the placeholder as <<resource_link>>.",
        "text_template: {{resource_link}}",
        "text_template: \"{{resource_link}}\""
    );

    public static readonly DiagnosticCode QuoteColon = Error(
        "GAL117",
        "Colon in a text without quotes",
        "A colon and a space begin a value in YAML, so a text that holds them needs quotes.",
        "notes: Remember: ask Ann",
        "notes: \"Remember: ask Ann\""
    );

    public static readonly DiagnosticCode FieldName = Error(
        "GAL118",
        "Field name is not a text",
        "A list or a mapping stands where the name of a field belongs.",
        "? [a, b]\n: c",
        "a: c"
    );

    public static readonly DiagnosticCode BadKey = Error(
        "GAL119",
        "Name that can't be a key",
        "The names of client folders, and of posts and lead magnets with their folders, are the keys that the ledger and web addresses "
            + "use: lower-case letters, digits, -, _ and single dots, beginning with a letter or digit.",
        "posts/Launch Day.md",
        "posts/launch-day.md"
    );

    public static readonly DiagnosticCode DeviceName = Error(
        "GAL120",
        "Name that Windows reserves",
        "Windows keeps this name for a device, so the repository could not be checked out there.",
        "posts/con.md",
        "posts/con-review.md"
    );

    public static readonly DiagnosticCode NoClients = Error(
        "GAL121",
        "No clients",
        "There is no client folder, so there is nothing to check or publish.",
        "an empty clients/",
        "Add clients/<name>/client.yaml, or run `galley new client`."
    );

    public static readonly DiagnosticCode NoClientFile = Error(
        "GAL122",
        "Client folder without client.yaml",
        "Each folder in clients/ is one client and needs its client.yaml, which says whose account it is.",
        "clients/northwind/posts/launch.md alone",
        "Add clients/northwind/client.yaml."
    );

    public static readonly DiagnosticCode Unreadable = Error(
        "GAL123",
        "File can't be opened",
        "The file is there, but the system does not let Galley read it.",
        "a post without read permission",
        "Give the user who runs Galley the right to read it."
    );

    public static readonly DiagnosticCode BodyPlace = Error(
        "GAL124",
        "Body in no place or in two",
        "A .md file has its body below the front matter; a .yaml file has it either in `body` or in the file that `body_file` names.",
        "body: Hello\nbody_file: hello.md",
        "body_file: hello.md"
    );

    public static readonly DiagnosticCode BodyFile = Error(
        "GAL125",
        "Body file missing",
        "`body_file` names a Markdown file in the same folder, and there is none of that name.",
        "body_file: texts/launch.md",
        "body_file: launch-text.md"
    );

    private static DiagnosticCode Error(string id, string title, string meaning, string bad, string fix) =>
        new(id, Severity.Error, title, meaning, bad, fix);
}
