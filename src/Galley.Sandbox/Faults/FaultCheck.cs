using Galley.Sandbox.Accounts;

namespace Galley.Sandbox.Faults;

/// <summary>Says what is wrong with a rule, however it was written.</summary>
internal static class FaultCheck
{
    public static void Check(FaultRule rule, string text)
    {
        if (!FaultTargets.Names.Contains(rule.On))
        {
            throw Wrong(text, $"\"{rule.On}\" is none of {string.Join(", ", FaultTargets.Names)}");
        }

        if (rule.Chance is not (>= 0 and <= 1))
        {
            throw Wrong(text, "a chance must be between 0 and 1");
        }

        if (rule.From < 1 || rule.To < rule.From)
        {
            throw Wrong(text, "requests count from 1, and the last must not come before the first");
        }

        if (rule.Status is not (null or (>= 200 and <= 599)))
        {
            throw Wrong(text, "a status must be between 200 and 599");
        }

        if (rule.Kind == FaultKind.Delay && rule.Seconds is null)
        {
            throw Wrong(text, "a delay needs its length, as in delay=2s");
        }

        if (rule.Seconds is not (null or (>= 0 and <= 86400)))
        {
            throw Wrong(text, "a length of time must be between 0 and 86400 seconds");
        }

        CheckShape(rule, text);
    }

    public static void CheckScope(string scope, string text)
    {
        if (!Scopes.All.Contains(scope))
        {
            throw Wrong(text, $"\"{scope}\" is none of {string.Join(", ", Scopes.All)}");
        }
    }

    public static GalleyException Wrong(string rule, string why) =>
        new($"The fault rule \"{rule}\" can't be read: {why}. docs/sandbox.md shows the forms.");

    private static void CheckShape(FaultRule rule, string text)
    {
        if (rule.Kind == FaultKind.Hide && rule.Id is null)
        {
            throw Wrong(
                text,
                "hide needs the id of an object, as in list-posts:hide=00000000-0000-4000-8000-000000000002"
            );
        }

        var possible = FaultTargets.PossibleFor(rule.Kind);
        if (!FaultTargets.OperationsOf(rule.On).Any(possible.Contains))
        {
            throw Wrong(text, $"this can only happen to {string.Join(", ", possible)}");
        }
    }
}
