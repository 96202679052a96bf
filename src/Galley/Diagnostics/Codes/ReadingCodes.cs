namespace Galley.Diagnostics.Codes;

/// <summary>GAL1xx: files that can't be read without guessing. No code is adjustable.</summary>
public static class ReadingCodes
{
    public static readonly DiagnosticCode Syntax = Error(
        "GAL101",
        "Not valid YAML",
        "Galley can't read the fields from this line on. Often a text needs quotes, or the lines have different indents.",
        "notes: \"Ask Ann",
        "notes: \"Ask Ann\""
    );

    public static readonly DiagnosticCode DuplicateField = Error(
        "GAL102",
        "Field given twice",
        "The same field is there twice, so one of the two values would be lost.",
        "status: draft\nstatus: scheduled",
        "status: scheduled"
    );

    public static readonly DiagnosticCode NotUtf8 = Error(
        "GAL103",
        "Not UTF-8",
        "The file is saved in another encoding, so letters such as é or “ would be wrong in the post.",
        "a file saved as Windows-1252 or UTF-16",
        "Save the file again with the encoding UTF-8."
    );

    public static readonly DiagnosticCode FrontMatter = Error(
        "GAL104",
        "Front matter missing or not closed",
        "A .md file begins with its fields, between two lines that contain only ---.",
        "---\nstatus: draft\n\nHello",
        "---\nstatus: draft\n---\n\nHello"
    );

    public static readonly DiagnosticCode TooLarge = Error(
        "GAL105",
        "File too large",
        "A post or a settings file can have up to 1 MiB. This file contains something else.",
        "a post with 3 MB",
        "Move everything that is not part of the post out of the file."
    );

    public static readonly DiagnosticCode Alias = Error(
        "GAL106",
        "YAML anchor or alias",
        "Anchors (&name) and aliases (*name) are not supported. A reviewer should see each value where it is used.",
        "notes: *same",
        "notes: \"*same\""
    );

    public static readonly DiagnosticCode Symlink = Error(
        "GAL107",
        "Symbolic link",
        "Galley does not follow links, because a link could publish a file from outside the client's folder.",
        "posts/launch.md -> ../../../secret.md",
        "Put a copy of the file there."
    );

    public static readonly DiagnosticCode StrayFile = Error(
        "GAL108",
        "File that is not read",
        "Galley does not read this file, so nothing in it would be published. Its name or its folder is not one that Galley knows.",
        "clients/northwind/post/launch.md",
        "clients/northwind/posts/launch.md"
    );

    public static readonly DiagnosticCode SameKey = Error(
        "GAL109",
        "Two files with one key",
        "A key names one post or lead magnet of a client. Two keys that differ only in capitals are the same file on Windows and macOS.",
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
        "Merge keys (<<) are not supported. A reviewer should see each value where it is used.",
        "<<: {status: draft}",
        "status: draft"
    );

    public static readonly DiagnosticCode SecondDocument = Error(
        "GAL112",
        "More than one YAML document",
        "One file is one post, lead magnet or client. A line that contains only --- begins a second one.",
        "status: draft\n---\nstatus: draft",
        "Put each one into its own file."
    );

    public static readonly DiagnosticCode TooDeep = Error(
        "GAL113",
        "Nested too deeply",
        "The fields are nested much deeper than any field that Galley knows.",
        "notes: [[[[[[[[…]]]]]]]]",
        "notes: a text"
    );

    public static readonly DiagnosticCode TooMany = Error(
        "GAL114",
        "Too many values",
        "The file contains many more values than a post or a client can have.",
        "images: a list of 100,000 names",
        "Keep the values that the post needs."
    );

    public static readonly DiagnosticCode ControlCharacter = Error(
        "GAL115",
        "Invisible control character",
        "The file contains a character that nobody can see and that is not part of the text. It often comes with pasted text.",
        "a text with a NUL character in it",
        "Delete the character, or type the text around it again."
    );

    public static readonly DiagnosticCode QuotePlaceholder = Error(
        "GAL116",
        "Placeholder without quotes",
        "YAML does not read a value that begins with {{ as a text. Put the text in quotes, or write the placeholder as <<resource_link>>.",
        "text_template: {{resource_link}}",
        "text_template: \"{{resource_link}}\""
    );

    public static readonly DiagnosticCode QuoteColon = Error(
        "GAL117",
        "Colon in a text without quotes",
        "In YAML, a colon and a space begin a value. A text that contains them needs quotes.",
        "notes: Remember: ask Ann",
        "notes: \"Remember: ask Ann\""
    );

    public static readonly DiagnosticCode FieldName = Error(
        "GAL118",
        "Field without a name",
        "The name of a field is empty, or a list or a group of fields is in its place.",
        "? [a, b]\n: c",
        "a: c"
    );

    public static readonly DiagnosticCode BadKey = Error(
        "GAL119",
        "Name that can't be a key",
        "The names of client folders, posts and lead magnets are keys in the ledger and in web addresses. A name has lower-case letters, "
            + "digits, -, _ and single dots, and begins with a letter or digit.",
        "posts/Launch Day.md",
        "posts/launch-day.md"
    );

    public static readonly DiagnosticCode DeviceName = Error(
        "GAL120",
        "Name that Windows reserves",
        "Windows uses this name for a device, so nobody could check out the repository on Windows.",
        "posts/con.md",
        "posts/con-review.md"
    );

    public static readonly DiagnosticCode NoClients = Error(
        "GAL121",
        "No clients",
        "There is no client folder, so Galley has nothing to check or publish.",
        "an empty clients/",
        "Add clients/<name>/client.yaml, or run `galley new client`."
    );

    public static readonly DiagnosticCode NoClientFile = Error(
        "GAL122",
        "Client folder without client.yaml",
        "Each folder in clients/ is one client. It needs a client.yaml that names the account.",
        "clients/northwind/posts/launch.md and no client.yaml",
        "Add clients/northwind/client.yaml."
    );

    public static readonly DiagnosticCode Unreadable = Error(
        "GAL123",
        "File can't be opened",
        "The file or folder is there, but Galley has no permission to read it, or it changed at this moment.",
        "a post without read permission",
        "Give the user who runs Galley permission to read it."
    );

    public static readonly DiagnosticCode BodyPlace = Error(
        "GAL124",
        "No body, or two bodies",
        "A .md file has its body below the front matter. A .yaml file has it in `body`, or in the file that `body_file` names.",
        "body: Hello\nbody_file: hello.md",
        "body_file: hello.md"
    );

    public static readonly DiagnosticCode BodyFile = Error(
        "GAL125",
        "Body file missing",
        "`body_file` names a Markdown file in the same folder, and there is no file with this name.",
        "body_file: texts/launch.md",
        "body_file: launch-text.md"
    );

    public static readonly DiagnosticCode DroppedText = new(
        "GAL126",
        Severity.Warning,
        "Text after # is dropped",
        "In YAML, a # after a space begins a comment. A hashtag in a text without quotes is dropped, with everything after it.",
        "notes: Ask Ann #urgent",
        "notes: \"Ask Ann #urgent\""
    );

    public static readonly DiagnosticCode InternalError = Error(
        "GAL127",
        "Galley failed on this file",
        "This is a bug in Galley, and nothing of this client is sent because of it. Other clients are not affected.",
        "a file that Galley's authors did not think of",
        "Report the bug with this file. Until it is solved, change or remove the file."
    );

    public static readonly DiagnosticCode MovedFromPresent = Error(
        "GAL128",
        "moved_from names a file that is still there",
        "`moved_from` says that this file is another one under a new name. If the other one is still there, they are two.",
        "moved_from: launch   # and posts/launch.md is still there",
        "Delete the old file, or write moved_from: none."
    );

    private static DiagnosticCode Error(string id, string title, string meaning, string bad, string fix) =>
        new(id, Severity.Error, title, meaning, bad, fix);
}
