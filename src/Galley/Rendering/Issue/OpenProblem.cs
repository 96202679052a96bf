using System.Security.Cryptography;
using System.Text;
using Galley.Planning;

namespace Galley.Rendering.Issue;

/// <summary>Something that needs a person.</summary>
internal sealed record OpenProblem(ClientPlan Client, PlanAction Action)
{
    /// <summary>Two problems with the same print are the same problem: a person who was told of one knows of the other.</summary>
    public string Print => PrintOf(Client.Slug, Action, Action.Type);

    /// <summary>How the prints of all of a client's problems begin.</summary>
    public static string PrintOf(string slug) => Hash(slug, 3);

    public static string PrintOf(string slug, PlanAction action, ActionType type) =>
        PrintOf(slug)
        + Hash($"{ActionTable.For(type).Name} {NextStep.Name(action, slug)} {CodeIfItMatters(action, type)}", 5);

    /// <summary>After another edit, other work is to be done by hand. The rest stays the same problem whatever its text becomes.</summary>
    private static string? CodeIfItMatters(PlanAction action, ActionType type) =>
        type == ActionType.EditByHand ? action.Code : null;

    private static string Hash(string text, int bytes) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, bytes));
}
