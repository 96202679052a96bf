using System.Globalization;
using Galley.Sandbox.Accounts;
using Galley.Sandbox.State;

namespace Galley.Sandbox.Pages;

/// <summary>Buttons and fields for what a person does in LeadPanther by hand.</summary>
internal static class EditForms
{
    private const string Posts = "/sandbox/posts";
    private const string LeadMagnets = "/sandbox/lead-magnets";

    public static string New(IEnumerable<SandboxAccount> accounts)
    {
        var choice = $"""
            <label>Account <select name="user_id">{string.Concat(accounts.Select(Option))}</select></label>
            """;
        return $"""
            <details class="card"><summary>Write a post by hand</summary>
            <form method="post" action="{Posts}">{choice}{PostFields("", null)}<button>Write</button></form></details>
            <details class="card"><summary>Write a lead magnet by hand</summary>
            <form method="post" action="{LeadMagnets}">{choice}{LeadMagnetFields(
                "",
                ""
            )}<button>Write</button></form></details>

            """;
    }

    public static string For(SandboxPost post) => Change($"{Posts}/{post.Id}", PostFields(post.Text, post.ScheduledAt));

    public static string For(SandboxLeadMagnet leadMagnet) =>
        Change($"{LeadMagnets}/{leadMagnet.Id}", LeadMagnetFields(leadMagnet.Keyword, leadMagnet.ResourceName));

    private static string Change(string path, string fields) =>
        $"""
            <details><summary>Edit by hand</summary>
            <form method="post" action="{Html.Escape(path)}">{fields}<button>Save</button></form>
            <form method="post" action="{Html.Escape(path)}/delete"><button>Delete</button></form></details>

            """;

    private static string PostFields(string text, DateTimeOffset? time) =>
        $"""
            <label>Text <textarea name="text" rows="6" required>{"\n" + Html.Escape(text)}</textarea></label>
            <label>Time in UTC (empty: a draft)
            <input type="datetime-local" name="scheduled_at" step="60" value="{Html.Escape(LocalValue(time))}"></label>

            """;

    private static string LeadMagnetFields(string keyword, string name) =>
        $"""
            <label>Keyword <input name="keyword" required value="{Html.Escape(keyword)}"></label>
            <label>Name <input name="resource_name" required value="{Html.Escape(name)}"></label>

            """;

    private static string? LocalValue(DateTimeOffset? time) =>
        time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    private static string Option(SandboxAccount account) =>
        $"""<option value="{Html.Escape(account.UserId)}">{Html.Escape(account.FullName)}</option>""";
}
