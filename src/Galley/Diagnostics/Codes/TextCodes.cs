namespace Galley.Diagnostics.Codes;

/// <summary>GAL330 to GAL399: what of a text LinkedIn does not show, or shows otherwise.</summary>
public static class TextCodes
{
    public static readonly DiagnosticCode PictureInText = new(
        "GAL330",
        Severity.Error,
        "A picture in the text",
        "LinkedIn shows no pictures within a text. Add them to the post.",
        "![Our pipeline](pipeline.png)",
        "images: [pipeline.png]"
    );

    public static readonly DiagnosticCode HtmlInText = new(
        "GAL331",
        Severity.Error,
        "HTML in the text",
        "LinkedIn shows no HTML: readers would see the tags.",
        "Read <b>this</b>.<br>",
        "Read this."
    );

    public static readonly DiagnosticCode MarksDropped = new(
        "GAL332",
        Severity.Note,
        "Formatting that LinkedIn can't show",
        "LinkedIn has no bold, italics, code, headings or block quotations: the words stay, and their marks are "
            + "left out. The note shows how the lines will read.",
        "This is **important**.",
        "This is important."
    )
    {
        Adjustable = true,
    };

    public static readonly DiagnosticCode PlaceholderUnknown = new(
        "GAL333",
        Severity.Error,
        "An unknown placeholder",
        "In a post's text and comments, `<<keyword>>` and `<<resource_name>>` stand for those of its lead magnet. "
            + "Anything else would be published as typed.",
        "Comment <<keywrod>> below.",
        "Comment <<keyword>> below."
    );

    public static readonly DiagnosticCode PlaceholderWithoutValue = new(
        "GAL334",
        Severity.Error,
        "A placeholder without a value",
        "`<<keyword>>` and `<<resource_name>>` get their values from the post's lead magnet. They have none if the "
            + "post has no lead magnet, or one given by `{id: …}`.",
        "Comment <<keyword>> below.   # and no lead_magnet",
        "lead_magnet: pipeline-guide"
    );

    public static readonly DiagnosticCode WordsDropped = new(
        "GAL335",
        Severity.Warning,
        "Words that do not reach LinkedIn",
        "LinkedIn does not show the title of a link, so it is left out.",
        "[guide](https://example.com \"Read me\")",
        "[guide](https://example.com)"
    )
    {
        Adjustable = true,
    };

    public static readonly DiagnosticCode LinkWithoutAddress = new(
        "GAL336",
        Severity.Warning,
        "A link that leads nowhere",
        "Readers on LinkedIn can only open complete URLs.",
        "[our guide](guide.html)",
        "[our guide](https://example.com/guide.html)"
    )
    {
        Adjustable = true,
    };

    public static readonly DiagnosticCode UnderlineKept = new(
        "GAL337",
        Severity.Note,
        "A line of dashes or equals signs below a text",
        "Right below a line of text, Markdown reads --- or === as the mark of a heading. LinkedIn has no headings, "
            + "so the line is sent as typed, as a divider.",
        "Our results\n===",
        "Our results"
    )
    {
        Adjustable = true,
    };

    public static readonly DiagnosticCode TextNotRendered = new(
        "GAL338",
        Severity.Error,
        "A text that can't be turned into LinkedIn's",
        "It is far longer than any post, or its lists, quotations or marks are nested more than a hundred deep.",
        "> > > > > … 200 of them",
        "Write it as a LinkedIn post: a few paragraphs."
    );

    public static readonly DiagnosticCode HiddenCharacter = new(
        "GAL339",
        Severity.Warning,
        "A hidden character that changes the text",
        "Some invisible characters turn the reading direction, break lines or hide words, so readers may see "
            + "another text than you do. Joiners and marks that scripts and emoji need are fine.",
        "Pay \\u202E001 euros   # the character itself; shown here by its number",
        "Pay 100 euros"
    )
    {
        Adjustable = true,
    };

    public static readonly DiagnosticCode SignAtLineStart = new(
        "GAL340",
        Severity.Note,
        "A sign at the start of a line",
        "A +, -, *, # or > at the start of a line may be a mark of Markdown or a sign that readers need. In doubt "
            + "it is sent as typed; the note says what will be read.",
        "+ 40 % revenue\n- 12 % costs",
        "Nothing, if it reads as you mean it. For bullets, type • in its place."
    )
    {
        Adjustable = true,
    };

    public static readonly DiagnosticCode SecondFrontMatter = new(
        "GAL341",
        Severity.Error,
        "The text begins with front matter",
        "The lines between two `---` lines look like settings, but they stand where the text begins, so they would "
            + "be published. Mostly front matter was pasted twice, or a `body_file` has its own.",
        "---\nstatus: scheduled\n---\n---\nstatus: scheduled\n---\nOur launch is here.",
        "---\nstatus: scheduled\n---\nOur launch is here."
    );

    public static readonly DiagnosticCode MarkdownNotRead = new(
        "GAL342",
        Severity.Warning,
        "Markdown that is sent as typed",
        "Words look like Markdown but are not read as Markdown, so readers would see the marks. Comments and "
            + "messages are never Markdown; in a post's text a space or a letter stands in the wrong place.",
        "**Important:**read [our guide] (https://example.com/guide)",
        "**Important:** read [our guide](https://example.com/guide)"
    )
    {
        Adjustable = true,
    };

    public static readonly DiagnosticCode NumberRepeated = new(
        "GAL343",
        Severity.Note,
        "A list with the same number on every line",
        "Markdown would count such a list up. Numbers are sent as typed, so readers see the same number on every line.",
        "1. Listen\n1. Write it down",
        "1. Listen\n2. Write it down"
    )
    {
        Adjustable = true,
    };

    public static readonly DiagnosticCode ExampleText = new(
        "GAL344",
        Severity.Warning,
        "The text is still the example",
        "The post will go out, or its lead magnet will, and a line of the text is one that `galley new` wrote to show how a text is built.",
        "status: scheduled\n---\nThe first line decides whether people read the second.",
        "status: scheduled\n---\nWe counted our returns for a year."
    )
    {
        UnsentOnly = true,
        Adjustable = true,
    };
}
