namespace Galley.Diagnostics.Codes;

/// <summary>GAL306 to GAL399: posts. GAL301 to GAL305 are the reading of times.</summary>
public static class PostCodes
{
    public static readonly DiagnosticCode TimeMissing = new(
        "GAL306",
        Severity.Error,
        "A scheduled post has no time",
        "`status: scheduled` needs `scheduled_at`; without it nobody knows when the post should go out.",
        "status: scheduled",
        "status: scheduled\nscheduled_at: 2026-06-15 10:00"
    )
    {
        UnsentOnly = true,
    };

    public static readonly DiagnosticCode Past = new(
        "GAL307",
        Severity.Error,
        "The post's time is past",
        "The post was not sent yet and its time is over, so LeadPanther would refuse it. What is live already is never past.",
        "scheduled_at: 2020-01-01 10:00",
        "Give it a time that is still to come, or `status: draft` to keep it in Git."
    )
    {
        UnsentOnly = true,
    };

    public static readonly DiagnosticCode TooSoon = new(
        "GAL308",
        Severity.Error,
        "The post's time is too near",
        "A post must be at least `limits.min_lead_time` (10 minutes unless galley.yaml says otherwise) ahead when it is sent.",
        "scheduled_at: 2026-06-15 10:00   # and it is 09:55",
        "Move it a little later."
    )
    {
        UnsentOnly = true,
    };

    public static readonly DiagnosticCode Empty = new(
        "GAL309",
        Severity.Error,
        "The post has no text",
        "Nothing is left to publish once the front matter is read.",
        "---\nstatus: scheduled\nscheduled_at: 2026-06-15 10:00\n---",
        "Write the post's text below the second `---` line."
    );

    public static readonly DiagnosticCode TextTooLong = new(
        "GAL310",
        Severity.Error,
        "The post's text is too long",
        "LinkedIn takes 3,000 characters, counted as UTF-16 units (most emoji count two); `limits.post_text` holds the number.",
        "a text of 3,204 units",
        "Shorten it by the number that the message gives."
    );

    public static readonly DiagnosticCode CommentTooLong = new(
        "GAL311",
        Severity.Error,
        "A follow-up comment is too long",
        "LinkedIn takes 1,250 characters in a comment, counted as UTF-16 units; `limits.comment_text` holds the number.",
        "comments: [{text: \"… 1,400 units …\", delay_minutes: 60}]",
        "Shorten the comment, or split it in two."
    );

    public static readonly DiagnosticCode LeadMagnetUnknown = new(
        "GAL312",
        Severity.Error,
        "No such lead magnet",
        "`lead_magnet` is the key of a lead magnet of the same client: its file's path below lead-magnets/ without the ending.",
        "lead_magnet: GUIDE   # the keyword, not the key",
        "lead_magnet: pipeline-guide"
    );

    public static readonly DiagnosticCode KeywordNotInText = new(
        "GAL313",
        Severity.Warning,
        "The text never names the keyword",
        "People get the lead magnet by commenting its keyword; a post that does not say the keyword gives them nothing to comment.",
        "lead_magnet: pipeline-guide   # keyword GUIDE, and the text does not have it",
        "Comment <<keyword>> and I will send it over."
    )
    {
        Adjustable = true,
    };

    public static readonly DiagnosticCode MinGap = new(
        "GAL314",
        Severity.Error,
        "Two posts are too close together",
        "Two posts of one client lie less than `limits.min_gap` (30 minutes unless galley.yaml says otherwise) apart and take each other's readers.",
        "scheduled_at: 2026-06-15 10:00   # another post goes out at 10:10",
        "Move one of the two, or set `min_gap` in galley.yaml."
    )
    {
        Adjustable = true,
        UnsentOnly = true,
    };

    public static readonly DiagnosticCode SameText = new(
        "GAL315",
        Severity.Warning,
        "Two posts have the same text",
        "LinkedIn may refuse a repeated text, and readers notice; mostly one of the two is a forgotten copy.",
        "two post files with the same body",
        "Delete the copy, or change its text."
    )
    {
        Adjustable = true,
        UnsentOnly = true,
    };

    public static readonly DiagnosticCode ImagesWithDocument = new(
        "GAL316",
        Severity.Note,
        "Pictures and a document together",
        "LinkedIn shows either pictures or a document in a post, not both.",
        "images: [pipeline.png]\ndocument: {file: media/deck.pdf, type: pdf}",
        "Keep one of the two."
    )
    {
        Adjustable = true,
    };

    public static readonly DiagnosticCode TooManyImages = new(
        "GAL317",
        Severity.Note,
        "More than 20 pictures",
        "LinkedIn takes at most 20 pictures in a post; the API does not say what happens to the rest.",
        "images: [01.png, 02.png, …, 21.png]",
        "Keep the best 20, or make them a PDF."
    )
    {
        Adjustable = true,
    };

    public static readonly DiagnosticCode ApprovalMissing = new(
        "GAL318",
        Severity.Warning,
        "The post waits for approval",
        "The client has `approval: required`; the post is not sent until `approved` holds the code of what it says now.",
        "approved:   # absent",
        "Show the client the preview, then set `approved` to the code that it shows."
    )
    {
        UnsentOnly = true,
    };

    public static readonly DiagnosticCode ApprovalOfAnotherText = new(
        "GAL319",
        Severity.Warning,
        "Something else was approved",
        "`approved` holds the code of another version: text, time, pictures, follow-ups or lead magnet changed after the approval.",
        "approved: 7QK4   # the post's code is now M2XD",
        "Have the present version approved, then set `approved` to its code."
    )
    {
        UnsentOnly = true,
    };

    public static readonly DiagnosticCode LongBeforeFold = new(
        "GAL320",
        Severity.Note,
        "A long first paragraph",
        "LinkedIn folds a post after about 210 characters; a longer first paragraph is cut in its middle, before readers see the point.",
        "a first paragraph of 340 units",
        "Open with one short line, then a blank line."
    )
    {
        Adjustable = true,
    };

    public static readonly DiagnosticCode FollowupDelay = new(
        "GAL321",
        Severity.Error,
        "A follow-up has no usable delay",
        "Each follow-up says after how many whole minutes it comes; one minute is the least.",
        "comments: [{text: Comment GUIDE if you want it.}]",
        "comments: [{text: Comment GUIDE if you want it., delay_minutes: 60}]"
    );

    public static readonly DiagnosticCode FollowupDelayOdd = new(
        "GAL322",
        Severity.Warning,
        "A follow-up's delay looks like a slip",
        "Two comments come at the same minute, so their order is left to chance; or one comes more than a week after the post.",
        "comments: [{text: One, delay_minutes: 60}, {text: Two, delay_minutes: 60}]",
        "comments: [{text: One, delay_minutes: 60}, {text: Two, delay_minutes: 90}]"
    )
    {
        Adjustable = true,
    };

    public static readonly DiagnosticCode EmptyComment = new(
        "GAL323",
        Severity.Error,
        "A follow-up comment is empty",
        "A comment without text can't be posted.",
        "comments: [{text: \"\", delay_minutes: 60}]",
        "Write the comment, or take it out of the list."
    );

    public static readonly DiagnosticCode PastUnjudged = new(
        "GAL324",
        Severity.Note,
        "Past posts, and no ledger to tell whether they were sent",
        "Only the ledger knows which of the posts whose time is over went out; it can't be read from here.",
        "galley validate   # on a checkout without the ledger branch",
        "Nothing, if they were sent. `galley plan` reads the ledger and tells."
    );

    public static readonly DiagnosticCode PictureInText = new(
        "GAL330",
        Severity.Error,
        "A picture in the text",
        "LinkedIn's text holds no pictures; they belong to the post.",
        "![Our pipeline](pipeline.png)",
        "images: [pipeline.png]"
    );

    public static readonly DiagnosticCode HtmlInText = new(
        "GAL331",
        Severity.Error,
        "HTML in the text",
        "LinkedIn shows no HTML; readers would see the tags.",
        "Read <b>this</b>.<br>",
        "Read this."
    );

    public static readonly DiagnosticCode MarksDropped = new(
        "GAL332",
        Severity.Note,
        "Formatting that LinkedIn can't show",
        "LinkedIn has no bold, italics, code or quotations: the words stay, the marks around them go.",
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
        "A post's text and comments know `<<keyword>>` and `<<resource_name>>`, those of its lead magnet; anything else would be published as typed.",
        "Comment <<keywrod>> below.",
        "Comment <<keyword>> below."
    );

    public static readonly DiagnosticCode PlaceholderWithoutValue = new(
        "GAL334",
        Severity.Error,
        "A placeholder with nothing to stand for",
        "`<<keyword>>` and `<<resource_name>>` are taken from the post's lead magnet; one that is given by `{id: …}`, or none at all, leaves them without a value.",
        "Comment <<keyword>> below.   # and no lead_magnet",
        "lead_magnet: pipeline-guide"
    );

    public static readonly DiagnosticCode WordsDropped = new(
        "GAL335",
        Severity.Warning,
        "Words that do not reach LinkedIn",
        "A link's title, or the definition of a link that the text never uses, has no place in LinkedIn's text and is left out.",
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
        "Readers on LinkedIn can follow only whole web addresses.",
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
        "Right below a line of text, Markdown reads --- or === as the mark of a heading. LinkedIn has no headings, so the line is sent as typed, as a divider.",
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
        "It is far longer than any post, or lists and quotations are nested more than a hundred deep.",
        "> > > > > … 200 of them",
        "Write it as a LinkedIn post: a few paragraphs."
    );

    public static readonly DiagnosticCode HiddenCharacter = new(
        "GAL339",
        Severity.Warning,
        "A hidden character that changes the text",
        "Characters that turn the reading direction, cut lines or carry hidden words can't be seen in the file, yet LinkedIn gets them and readers read something else. Joiners and marks that scripts and emoji are written with are fine.",
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
        "A +, -, *, # or > at the start of a line may be a mark of Markdown or a sign that readers need. In doubt it is sent as typed; the note says what will be read.",
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
        "The lines between two `---` lines look like settings, but they stand where the text begins, so they would be published. Mostly front matter was pasted twice, or a `body_file` has its own.",
        "---\nstatus: scheduled\n---\n---\nstatus: scheduled\n---\nOur launch is here.",
        "---\nstatus: scheduled\n---\nOur launch is here."
    );

    public static readonly DiagnosticCode MarkdownNotRead = new(
        "GAL342",
        Severity.Warning,
        "Markdown that is sent as typed",
        "Words look like Markdown but are not read as Markdown, so readers would see the marks. Comments and messages are never Markdown; in a post's text a space or a letter stands in the wrong place.",
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
}
