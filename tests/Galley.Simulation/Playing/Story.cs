using System.Text;
using Galley.Simulation.Content;

namespace Galley.Simulation.Playing;

/// <summary>A scenario and what came of it, for a person who looks for the reason.</summary>
internal static class Story
{
    public static string Of(Outcome outcome)
    {
        var scenario = outcome.Scenario;
        var story = new StringBuilder();
        story.AppendLine($"Seed {scenario.Seed} breaks a promise. {outcome.Broken!.Message}").AppendLine();
        story.AppendLine(
            $"The ledger is {(scenario.IsOnBranch ? "a branch" : "a folder")}. {Policy(scenario.Policy)}"
                + "Shortened to what is needed, it goes like this:"
        );
        foreach (var (step, number) in scenario.Steps.Select((step, index) => (step, index + 1)))
        {
            story.AppendLine($"  {number}. {Tell(step)}");
        }

        story.AppendLine("  Then nothing goes wrong any more, until a run finds nothing left to do.").AppendLine();
        story.AppendLine("What happened, by the clock of the simulation:").AppendLine().Append(outcome.Trace);
        story.AppendLine().Append($"Play it again: dotnet cake --target=Simulate --seeds=1 --seed={scenario.Seed}");
        return story.ToString();
    }

    private static string Policy(Policy policy) =>
        (policy.Live.OverwritesDrift ? "The clients have `drift: overwrite`. " : "")
        + (policy.Live.AsksOnDoubts ? "The clients have `doubts: ask`. " : "");

    private static string Tell(Step step) =>
        step switch
        {
            Step.Merge merge => $"People merge: {string.Join(", ", merge.Edits.Select(edit => Words(edit.Kind)))}.",
            Step.Apply apply => Tell(apply),
            Step.Touch touch => $"A person works in LeadPanther: {Words(touch.Kind)}.",
            Step.Answer => "People answer what is in doubt.",
            Step.LoseLedger lose =>
                $"When all is quiet, the ledger is {(lose.BeginsAnew ? "lost and begun anew" : "set back")}. An apply follows"
                    + $"{(lose.DiesAfter is { } turns ? $", which dies at its turn {turns}" : "")}.",
            Step.Wait wait => $"{wait.Time} pass.",
            _ => throw new ArgumentOutOfRangeException(nameof(step), step, null),
        };

    private static string Tell(Step.Apply apply)
    {
        var runs = apply.Runs.Select(run =>
            $"machine {run.Machine + 1} after {run.Delay.TotalSeconds} s"
            + (run.CommitsBack > 0 ? $", {run.CommitsBack} commit behind" : "")
            + (run.ClockError != default ? $", its clock {run.ClockError.TotalSeconds} s ahead" : "")
            + (run.DiesAfter is { } turns ? $", which dies at its turn {turns}" : "")
        );
        string?[] faults =
        [
            Often(apply.Faults.Api, "request"),
            Often(apply.Faults.List, "page of a list"),
            Often(apply.Faults.Store, "write of the ledger"),
            apply.LosesPower ? "a machine whose run dies loses power" : null,
        ];
        var wrong = string.Join(", ", faults.OfType<string>());
        var meanwhile = apply.Meanwhile.Select(later => $" After {later.After.TotalSeconds} s: {Tell(later.Step)}");
        return $"Apply on {string.Join("; on ", runs)}.{(wrong.Length > 0 ? $" It goes wrong: {wrong}." : "")}{string.Concat(meanwhile)}";
    }

    private static string? Often(int times, string what) => times > 0 ? $"one {what} in {times}" : null;

    /// <summary>AddPostWithMagnet: add post with magnet.</summary>
    private static string Words(Enum name) =>
        string.Concat(
                name.ToString()
                    .Select(letter => char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{letter}")
            )
            .Trim();
}
