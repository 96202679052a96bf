namespace Galley.Diagnostics.Codes;

/// <summary>GAL306 to GAL329: posts. GAL301 to GAL305 are the reading of times, GAL330 and up the texts.</summary>
public static class PostCodes
{
    public static readonly DiagnosticCode TimeMissing = new(
        "GAL306",
        Severity.Error,
        "A scheduled post has no time",
        "`status: scheduled` needs `scheduled_at`, the time when the post goes out.",
        "status: scheduled",
        "status: scheduled\nscheduled_at: 2026-06-15 10:00"
    )
    {
        UnsentOnly = true,
    };

    public static readonly DiagnosticCode Past = new(
        "GAL307",
        Severity.Error,
        "The post's time is in the past",
        "The post is not in LeadPanther yet and its time is over, so LeadPanther would refuse it. Posts that are in "
            + "LeadPanther are not checked.",
        "scheduled_at: 2020-01-01 10:00",
        "Give it a time in the future, or `status: draft` to keep it in Git."
    )
    {
        UnsentOnly = true,
    };

    public static readonly DiagnosticCode TooSoon = new(
        "GAL308",
        Severity.Error,
        "The post's time is too soon",
        "A post is sent at least `limits.min_lead_time` before it goes out: 10 minutes, unless galley.yaml has another value.",
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
        "Below the front matter there is no text, or only invisible characters.",
        "---\nstatus: scheduled\nscheduled_at: 2026-06-15 10:00\n---",
        "Write the post's text below the second `---` line."
    );

    public static readonly DiagnosticCode TextTooLong = new(
        "GAL310",
        Severity.Error,
        "The post's text is too long",
        "LinkedIn allows 3,000 characters, counted as UTF-16 units (most emoji count as two). `limits.post_text` sets the number.",
        "a text of 3,204 units",
        "Delete as many characters as the message says."
    );

    public static readonly DiagnosticCode CommentTooLong = new(
        "GAL311",
        Severity.Error,
        "A follow-up comment is too long",
        "LinkedIn allows 1,250 characters in a comment, counted as UTF-16 units. `limits.comment_text` sets the number.",
        "comments: [{text: \"… 1,400 units …\", delay_minutes: 60}]",
        "Shorten the comment, or split it in two."
    );

    public static readonly DiagnosticCode LeadMagnetUnknown = new(
        "GAL312",
        Severity.Error,
        "No such lead magnet",
        "`lead_magnet` is the key of a lead magnet of the same client: the path of its file below lead-magnets/, without the ending.",
        "lead_magnet: GUIDE   # the keyword, not the key",
        "lead_magnet: pipeline-guide"
    );

    public static readonly DiagnosticCode KeywordNotInText = new(
        "GAL313",
        Severity.Warning,
        "The text does not mention the keyword",
        "People get the lead magnet when they comment its keyword, so the post must tell them the keyword.",
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
        "Two posts of one client go out within `limits.min_gap` (30 minutes, unless galley.yaml has another value), "
            + "and compete for the same readers.",
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
        "LinkedIn may refuse a repeated text, and readers notice it. Usually one of the two is a forgotten copy.",
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
        "LinkedIn allows at most 20 pictures in a post. The API does not say what happens to the rest.",
        "images: [01.png, 02.png, …, 21.png]",
        "Keep the best 20, or make a PDF of them."
    )
    {
        Adjustable = true,
    };

    public static readonly DiagnosticCode ApprovalMissing = new(
        "GAL318",
        Severity.Warning,
        "The post waits for approval",
        "The client has `approval: required`. The post is not sent until exactly its current version is approved.",
        "approved:   # absent",
        "Send the client the preview, then run `galley approve` with the code that it shows, or set `approved` to it."
    )
    {
        UnsentOnly = true,
    };

    public static readonly DiagnosticCode ApprovalOfAnotherText = new(
        "GAL319",
        Severity.Warning,
        "Something else was approved",
        "`approved` has the code of another version: the text, time, pictures, follow-ups or lead magnet changed after the approval.",
        "approved: 7QK4-M2XD-93TB   # the post's code is now M2XD-93TB-7QK4",
        "Ask for approval of this version, then run `galley approve` with its code, or set `approved` to it."
    )
    {
        UnsentOnly = true,
    };

    public static readonly DiagnosticCode LongBeforeFold = new(
        "GAL320",
        Severity.Note,
        "A long first paragraph",
        "LinkedIn shows about 210 characters, then \"see more\". A longer first paragraph is cut in the middle.",
        "a first paragraph of 340 units",
        "Start with one short line, then a blank line."
    )
    {
        Adjustable = true,
    };

    public static readonly DiagnosticCode FollowupDelay = new(
        "GAL321",
        Severity.Error,
        "A follow-up has no usable delay",
        "Each follow-up needs `delay_minutes`: a whole number of minutes, at least 1.",
        "comments: [{text: Comment GUIDE if you want it.}]",
        "comments: [{text: Comment GUIDE if you want it., delay_minutes: 60}]"
    );

    public static readonly DiagnosticCode FollowupDelayOdd = new(
        "GAL322",
        Severity.Warning,
        "A follow-up's delay looks like a mistake",
        "Two comments come in the same minute, so their order is not known. Or one comes more than a week after the post.",
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
        "Write the comment, or delete it from the list."
    );

    public static readonly DiagnosticCode InBlackout = new(
        "GAL325",
        Severity.Warning,
        "A post on a day without posts",
        "`blackout` of client.yaml or galley.yaml names days on which no post should go out.",
        "scheduled_at: 2026-12-25 10:00   # with blackout: [2026-12-24..2026-12-26]",
        "Move the post with `galley reschedule`, or change `blackout`."
    )
    {
        Adjustable = true,
    };

    public static readonly DiagnosticCode NextSlot = new(
        "GAL326",
        Severity.Error,
        "The post waits for its time",
        "`scheduled_at: next-slot` is for `galley schedule`, which writes a time into the file. Nothing is chosen at the merge.",
        "status: scheduled\nscheduled_at: next-slot",
        "Run `galley schedule` and commit the file, or write the time yourself."
    );

    public static readonly DiagnosticCode PastUnjudged = new(
        "GAL324",
        Severity.Note,
        "Past posts, and no ledger to tell whether they were sent",
        "Only the ledger knows which posts with a past time were sent, and it can't be read from here.",
        "galley validate   # on a checkout without the ledger branch",
        "Nothing, if they were sent. `galley plan` reads the ledger and shows it."
    );
}
