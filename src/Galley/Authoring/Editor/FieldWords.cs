using Galley.Diagnostics;

namespace Galley.Authoring.Editor;

/// <summary>What a field is called in the form, and a hint where the schema's description speaks of files.</summary>
/// <param name="Widget">A field of Galley's own; null: as its type asks.</param>
internal sealed record FieldWords(string Name, string Label, string? Hint = null, string? Widget = null)
{
    /// <summary>In the order of the form. What a file has beside these stays as it is.</summary>
    public static readonly FieldWords[] Post =
    [
        new("status", "Status", "Ready: it goes out at its time, once it is merged. Draft: it stays here."),
        new("scheduled_at", "When it goes out", "Date and time in the client’s time zone.", "galley-time"),
        new(
            "body",
            "Text",
            "LinkedIn shows no bold or italics. Lines and lists stay as you type them. <<keyword>> and "
                + "<<resource_name>> become those of the lead magnet.",
            "galley-body"
        ),
        new("lead_magnet", "Lead magnet", "What people get who comment its keyword.", "galley-lead-magnet"),
        new("images", "Pictures", "In order. JPEG, PNG, GIF or WebP, up to 5 MB each.", "galley-pictures"),
        new("first_comment", "First comment", "It appears 10 minutes after the post, beside the comments below."),
        new(
            "followups",
            "What follows the post",
            "Left empty, the client’s own follow-ups apply. What you write here replaces them."
        ),
        new("document", "Document (PDF)", "Instead of pictures."),
        new("labels", "Labels", "For your own lists and reports, with commas between them."),
        new("campaign", "Campaign", "For your own lists and reports. For example: spring"),
        new("notes", "Notes for the team", "They go to LeadPanther and never to LinkedIn."),
        new("approved", "Approval code", "The code that the client saw beside the text that it approved."),
    ];

    public static readonly FieldWords[] LeadMagnet =
    [
        new("resource_name", "Name"),
        new("keyword", "Keyword"),
        new("text_template", "Message", "What people get. <<resource_link>> becomes the address of the page."),
        new("body", "Page", "The page that people get, in Markdown.", "galley-body"),
        new("not_connected_reply", "Reply to people who are not connected yet"),
        new("hosted_page", "More about the page", "Its title, and a button. Left empty, its title is the name above."),
        new("description", "Description for the team"),
    ];

    public static FieldWords[] For(Kind kind) => kind == Kind.Post ? Post : LeadMagnet;

    /// <summary>Within other fields.</summary>
    public static readonly Dictionary<string, string> Inner = new(StringComparer.Ordinal)
    {
        ["reaction"] = "Reaction of the author",
        ["comments"] = "Comments",
        ["enabled"] = "React",
        ["delay_minutes"] = "Minutes after the post",
        ["reaction_type"] = "Kind of reaction",
        ["text"] = "Comment",
        ["file"] = "File",
        ["url"] = "Address on the web",
        ["type"] = "Type to send",
        ["title"] = "Title",
        ["external_resource_url"] = "Address of a resource elsewhere",
        ["cta_label"] = "Text of the button",
        ["cta_url"] = "Address that the button opens",
    };
}
