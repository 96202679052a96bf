using Galley.Planning;
using Spectre.Console;

namespace Galley.Cli.Output;

/// <summary>The few styles of the screen. The text beside each always says the same.</summary>
internal static class Styles
{
    public static readonly Style Strong = new(decoration: Decoration.Bold);
    public static readonly Style Quiet = new(Color.Grey);
    public static readonly Style Good = new(Color.Green);
    public static readonly Style Bad = new(Color.Red, decoration: Decoration.Bold);
    public static readonly Style Careful = new(Color.Yellow, decoration: Decoration.Bold);

    public static Style For(ActionGroup group) =>
        group switch
        {
            ActionGroup.WillBeDeleted => Bad,
            ActionGroup.NeedsPerson or ActionGroup.OnHold => Careful,
            ActionGroup.WillBeSent => Good,
            ActionGroup.Later or ActionGroup.Draft or ActionGroup.NothingToDo => Quiet,
            _ => throw new ArgumentOutOfRangeException(nameof(group), group, null),
        };
}
