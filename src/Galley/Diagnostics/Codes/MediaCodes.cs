namespace Galley.Diagnostics.Codes;

/// <summary>GAL5xx: pictures and PDFs.</summary>
public static class MediaCodes
{
    public static readonly DiagnosticCode Missing = new(
        "GAL501",
        Severity.Error,
        "No such file",
        "A bare name is sought beside the post, then in media/; a path begins at the client's folder. Capitals count.",
        "images: [pipline.png]",
        "images: [pipeline.png]"
    );

    public static readonly DiagnosticCode TypeNotAllowed = new(
        "GAL502",
        Severity.Error,
        "A type that LeadPanther does not take",
        "LeadPanther takes JPEG, PNG, GIF, WebP and PDF; the file's first bytes say what it is, whatever its name.",
        "images: [logo.svg]",
        "images: [logo.png]"
    );

    public static readonly DiagnosticCode EndingDisagrees = new(
        "GAL503",
        Severity.Error,
        "The name's ending and the bytes disagree",
        "The file is one type by its bytes and another by its name, so somebody downstream will take it for the wrong one.",
        "images: [photo.png]   # a JPEG by its bytes",
        "Rename it to photo.jpg, or save it as a PNG."
    );

    public static readonly DiagnosticCode TooLarge = new(
        "GAL504",
        Severity.Error,
        "The file is too large",
        "LeadPanther takes pictures up to 5 MB and PDFs up to 15 MB.",
        "images: [poster.png]   # 9.3 MB",
        "Save it smaller: LinkedIn shows pictures about 1,200 pixels wide."
    );

    public static readonly DiagnosticCode OutsideFolder = new(
        "GAL505",
        Severity.Error,
        "A path out of the client's folder",
        "Whatever a post names is uploaded to a public address, so only files of the client's own folder are ever opened.",
        "images: [../../other-client/media/secret.png]",
        "Copy the file into the client's media/ folder and name it from there."
    );

    public static readonly DiagnosticCode SymbolicLink = new(
        "GAL506",
        Severity.Error,
        "A symbolic link",
        "A link may lead anywhere on the machine that publishes, so none is followed.",
        "images: [photo.png]   # a link to /etc/passwd",
        "Put the file itself there."
    );

    public static readonly DiagnosticCode LfsPointer = new(
        "GAL507",
        Severity.Error,
        "A Git LFS pointer instead of the file",
        "The checkout holds the few lines that Git LFS keeps in place of the file; it was not fetched.",
        "images: [photo.png]   # 130 bytes of text",
        "Run `git lfs pull`; in GitHub Actions set `lfs: true` on actions/checkout."
    );

    public static readonly DiagnosticCode UnreadableHeader = new(
        "GAL508",
        Severity.Error,
        "A damaged picture",
        "It begins like a picture, but its width and height can't be read: it is cut off or damaged.",
        "images: [half.png]",
        "Export it again."
    );

    public static readonly DiagnosticCode LinkCannotBeOpened = new(
        "GAL509",
        Severity.Error,
        "A link that LeadPanther can't open",
        "GitHub attachments, Google Drive and Dropbox links show a page or ask for a login instead of giving the file.",
        "images: [{url: https://drive.google.com/file/d/1/view}]",
        "Download the file into the client's media/ folder and name it."
    );

    public static readonly DiagnosticCode NeverUsed = new(
        "GAL510",
        Severity.Note,
        "A file that no post uses",
        "It is never uploaded.",
        "media/old-banner.png",
        "Use it in a post, or delete it."
    )
    {
        Adjustable = true,
    };

    public static readonly DiagnosticCode OddAspectRatio = new(
        "GAL511",
        Severity.Note,
        "An odd shape for LinkedIn",
        "LinkedIn crops pictures that are wider than 3 to 1 or taller than 4 to 5.",
        "images: [banner.png]   # 2400 × 300",
        "Crop it yourself, for example to 1200 × 627 or 1080 × 1350."
    )
    {
        Adjustable = true,
    };

    public static readonly DiagnosticCode WrongPlace = new(
        "GAL512",
        Severity.Error,
        "A PDF among the pictures, or a picture as document",
        "`images` takes pictures and `document` takes one PDF.",
        "images: [deck.pdf]",
        "document: {file: deck.pdf, type: pdf}"
    );

    public static readonly DiagnosticCode EmptyFile = new(
        "GAL513",
        Severity.Error,
        "An empty file",
        "It has no bytes at all.",
        "images: [empty.png]   # 0 bytes",
        "Export it again."
    );

    public static readonly DiagnosticCode LinkNotHttps = new(
        "GAL514",
        Severity.Error,
        "A media link that is not https",
        "LeadPanther fetches the file from that address; it has to be a whole https one.",
        "images: [{url: http://example.com/a.png}]",
        "images: [{url: https://example.com/a.png}]"
    );
}
