// What people do with content. Each task builds `galley` if need be and calls it.

// The instant at which content-example is looked at, so that its dates never pass.
const string ExampleClock = "2026-06-08T09:00:00Z";
const string ExampleContent = "content-example";

Task("Default")
    .Description("Builds galley, validates the content and shows what would be published. Needs no key.")
    .IsDependentOn("Validate")
    .IsDependentOn("Plan");

Task("Validate")
    .Description("Checks every file of the content. [--content=DIR --client=SLUG… --now=INSTANT --ledger=URI]")
    .IsDependentOn("Build")
    .Does(() => RunGalley(Command("validate")));

Task("Plan")
    .Description("Shows what an apply would do, and does nothing. [the same options]")
    .IsDependentOn("Build")
    .Does(() => RunGalley(Command("plan")));

Task("Apply")
    .Description(
        "Publishes what the plan shows, through LEADPANTHER_API_URL with LEADPANTHER_API_KEY. [the same options]"
    )
    .IsDependentOn("Validate")
    .Does(() => RunGalley(Command("apply")));

Task("Preview")
    .Description("Writes web pages that show every post as LinkedIn will, to artifacts/preview. [the same options]")
    .IsDependentOn("Build")
    .Does(() =>
        RunGalley(
            Command("preview")
                .AppendSwitchQuoted("--out", Context.Environment.WorkingDirectory.Combine("artifacts/preview").FullPath)
        )
    );

Task("Report")
    .Description(
        "Writes what came of what was published, from the figures that refreshes kept, to artifacts/report. "
            + "[the same options, and --from=DAY --to=DAY]"
    )
    .IsDependentOn("Build")
    .Does(() =>
    {
        var report = Command("report")
            .AppendSwitchQuoted("--out", Context.Environment.WorkingDirectory.Combine("artifacts/report").FullPath);
        AppendIfGiven(report, "--from", Argument<string>("from", null));
        AppendIfGiven(report, "--to", Argument<string>("to", null));
        RunGalley(report);
    });

Task("Demo")
    .Description(
        "Publishes the content into a LeadPanther that runs on this machine, twice; then lets weeks go by "
            + "and writes preview, calendar and report to artifacts/demo."
    )
    .IsDependentOn("Build")
    .Does(() => RunDemo());

ProcessArgumentBuilder Command(params string[] words) => Command(words, Argument<string>("ledger", null));

ProcessArgumentBuilder Command(string[] words, string ledger, string now = null)
{
    var arguments = new ProcessArgumentBuilder();
    Array.ForEach(words, word => arguments.Append(word));
    arguments.AppendSwitchQuoted("--content", Argument("content", ExampleContent));
    foreach (var client in Arguments<string>("client", []))
    {
        arguments.AppendSwitchQuoted("--client", client);
    }

    AppendIfGiven(arguments, "--ledger", ledger);
    AppendIfGiven(arguments, "--now", now ?? Argument("now", DefaultClock()));
    return arguments;
}

void AppendIfGiven(ProcessArgumentBuilder arguments, string option, string value)
{
    if (value is not null)
    {
        arguments.AppendSwitchQuoted(option, value);
    }
}

// Content of one's own is looked at now, unless GALLEY_NOW (which galley reads itself) says otherwise.
string DefaultClock() => HasArgument("content") || HasEnvironmentVariable("GALLEY_NOW") ? null : ExampleClock;
