namespace Galley.Diagnostics.Codes;

/// <summary>GAL5xx: pictures and PDFs.</summary>
public static class MediaCodes
{
    public static readonly DiagnosticCode Missing = new(
        "GAL501",
        Severity.Error,
        "No such file",
        "Galley looks for a name next to the post, then in media/. A path begins at the client's folder. Capitals matter.",
        "images: [pipline.png]",
        "images: [pipeline.png]"
    );

    public static readonly DiagnosticCode TypeNotAllowed = new(
        "GAL502",
        Severity.Error,
        "A type that LeadPanther does not accept",
        "LeadPanther accepts JPEG, PNG, GIF, WebP and PDF. The first bytes of a file show its type, whatever its name is.",
        "images: [logo.svg]",
        "images: [logo.png]"
    );

    public static readonly DiagnosticCode EndingDisagrees = new(
        "GAL503",
        Severity.Error,
        "The file name does not match the type",
        "The content of the file is one type and the ending of its name is another, so other programs may fail to open it.",
        "images: [photo.png]   # a JPEG by its bytes",
        "Rename it to photo.jpg, or save it as a PNG."
    );

    public static readonly DiagnosticCode TooLarge = new(
        "GAL504",
        Severity.Error,
        "The file is too large",
        "LeadPanther accepts pictures up to 5 MB and PDFs up to 15 MB.",
        "images: [poster.png]   # 9.3 MB",
        "Save a smaller picture. LinkedIn shows pictures about 1,200 pixels wide."
    );

    public static readonly DiagnosticCode OutsideFolder = new(
        "GAL505",
        Severity.Error,
        "A path outside the client's folder",
        "Every file that a post names gets a public address, so Galley opens files in the client's own folder only.",
        "images: [../../other-client/media/secret.png]",
        "Copy the file into the client's media/ folder and use its name."
    );

    public static readonly DiagnosticCode SymbolicLink = new(
        "GAL506",
        Severity.Error,
        "A symbolic link",
        "A link can lead to any file on the machine that publishes, so Galley does not follow links.",
        "images: [photo.png]   # a link to /etc/passwd",
        "Put a copy of the file there."
    );

    public static readonly DiagnosticCode LfsPointer = new(
        "GAL507",
        Severity.Error,
        "A Git LFS pointer instead of the file",
        "Git LFS did not download the file: there are only the few lines that stand for it.",
        "images: [photo.png]   # 130 bytes of text",
        "Run `git lfs pull`; in GitHub Actions set `lfs: true` on actions/checkout."
    );

    public static readonly DiagnosticCode UnreadableHeader = new(
        "GAL508",
        Severity.Error,
        "A damaged file",
        "The file begins like a picture or PDF, but it is cut off or damaged.",
        "images: [half.png]",
        "Export the file again."
    );

    public static readonly DiagnosticCode LinkCannotBeOpened = new(
        "GAL509",
        Severity.Error,
        "A link that LeadPanther can't open",
        "Links of GitHub attachments, Google Drive and Dropbox show a page or ask for a login. They do not return the file.",
        "images: [{url: https://drive.google.com/file/d/1/view}]",
        "Download the file into the client's media/ folder and use its name."
    );

    public static readonly DiagnosticCode NeverUsed = new(
        "GAL510",
        Severity.Note,
        "A file that no post uses",
        "Galley uploads only files that a post uses.",
        "media/old-banner.png",
        "Use it in a post, or delete it."
    )
    {
        Adjustable = true,
    };

    public static readonly DiagnosticCode OddAspectRatio = new(
        "GAL511",
        Severity.Note,
        "A shape that LinkedIn crops",
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
        "`images` is for pictures and `document` is for one PDF.",
        "images: [deck.pdf]",
        "document: {file: deck.pdf, type: pdf}"
    );

    public static readonly DiagnosticCode EmptyFile = new(
        "GAL513",
        Severity.Error,
        "An empty file",
        "The file has 0 bytes.",
        "images: [empty.png]   # 0 bytes",
        "Export the file again."
    );

    public static readonly DiagnosticCode LinkNotHttps = new(
        "GAL514",
        Severity.Error,
        "A media link that is not https",
        "LeadPanther downloads the file from this URL. It must be a complete URL that begins with https://.",
        "images: [{url: http://example.com/a.png}]",
        "images: [{url: https://example.com/a.png}]"
    );
}
