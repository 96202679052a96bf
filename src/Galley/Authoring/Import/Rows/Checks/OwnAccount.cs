using Galley.Authoring.Import.Columns;
using Galley.Content;

namespace Galley.Authoring.Import.Rows.Checks;

/// <summary>Where the sheet says for whom and for which network a row is, it is this client and LinkedIn.</summary>
internal sealed class OwnAccount : IRowCheck
{
    private static readonly char[] Separators = [',', ';', '|', '\n', '/', '+', '&'];
    private static readonly HashSet<string> LinkedIn = ["linkedin", "li"];

    /// <summary>Words that say nothing about whose account it is.</summary>
    private static readonly HashSet<string> Fillers = ["page", "company", "organic", "post", "posts", "account"];

    public IEnumerable<Finding> Check(ImportRow row, RowContext context) =>
        row.Cells(Column.Account)
            .Select(cell => Account(cell, context.Client))
            .Concat(row.Cells(Column.Network).Select(cell => Network(cell, context.Client)))
            .Concat(row.Cells(Column.LinkedIn).Select(Flag))
            .Append(OtherNetworks(row))
            .OfType<Finding>();

    private static Finding? Account(RowCell cell, Client client) =>
        string.IsNullOrWhiteSpace(cell.Text) ? Finding.Draft($"its {cell.Header} is empty")
        : Parts(cell.Text).Any(part => IsOwn(part, client)) ? null
        : Finding.LeaveOut($"its {cell.Header} is \"{Finding.Start(cell.Text)}\", not \"{client.Name}\"");

    private static Finding? Network(RowCell cell, Client client) =>
        string.IsNullOrWhiteSpace(cell.Text) ? Finding.Draft($"its {cell.Header} is empty")
        : Parts(cell.Text).Any(part => IsOwn(part, client) || IsAll(part)) ? null
        : Finding.LeaveOut($"its {cell.Header} is \"{Finding.Start(cell.Text)}\", not LinkedIn");

    private static Finding? Flag(RowCell cell)
    {
        if (Answer.IsYes(cell.Text))
        {
            return null;
        }

        return string.IsNullOrWhiteSpace(cell.Text) || Answer.IsNo(cell.Text)
            ? Finding.LeaveOut($"its {cell.Header} does not say yes")
            : Finding.Draft($"its {cell.Header} says neither yes nor no: \"{Finding.Start(cell.Text)}\"");
    }

    private static Finding? OtherNetworks(ImportRow row) =>
        !row.Map.Has(Column.LinkedIn)
        && row.Cells(Column.OtherNetwork).FirstOrDefault(cell => Answer.IsYes(cell.Text)) is { Header: { } network }
            ? Finding.Draft($"it is for {network}, and the sheet does not say that it is for LinkedIn")
            : null;

    /// <summary>The whole first: a client's name may have a comma in it.</summary>
    private static IEnumerable<string> Parts(string cell) => cell.Split(Separators).Prepend(cell);

    /// <summary>The client by name, folder or id, or LinkedIn without another name: "LinkedIn", "LinkedIn page - Acme".</summary>
    private static bool IsOwn(string part, Client client)
    {
        string[] names = [Joined(client.Name), Joined(client.Slug), Joined(client.Account.Id)];
        var words = Words(part);
        if (words.Length == 0 || names.Contains(Joined(part)))
        {
            return words.Length > 0;
        }

        var rest = words.Where(word => !LinkedIn.Contains(word) && !Fillers.Contains(word)).ToList();
        return rest.Count == 0
            ? words.Any(LinkedIn.Contains)
            : words.Any(LinkedIn.Contains) && names.Contains(string.Concat(rest));
    }

    private static bool IsAll(string part) => Words(part).FirstOrDefault() is "all" or "every";

    private static string Joined(string text) => string.Concat(Words(text));

    private static string[] Words(string text) =>
        string.Concat(text.ToLowerInvariant().Select(letter => char.IsLetterOrDigit(letter) ? letter : ' '))
            .Replace("linked in", "linkedin", StringComparison.Ordinal)
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
