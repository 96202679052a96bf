// The whole way on one machine: a ledger of its own, a sandbox for LeadPanther, two applies, three weeks of readers, and the pages.

using System.Text.Json;

DirectoryPath DemoFolder => Context.Environment.WorkingDirectory.Combine("artifacts/demo");
string DemoLedger => $"folder:{DemoFolder}/ledger";

void RunDemo()
{
    CleanDirectory(DemoFolder);
    RunGalley(Command(["ledger", "init"], DemoLedger));
    WithSandbox(now: null, access =>
    {
        Console.WriteLine("\n--- First apply: everything whose time to be sent has come goes out. ---\n");
        ApplyToSandbox("first", access);
        Console.WriteLine("\n--- Second apply: nothing is left to do. ---\n");
        ApplyToSandbox("second", access);
        RequireNothingDone("second");
    });
    RunGalley(Command(["preview"], DemoLedger).AppendSwitchQuoted("--out", $"{DemoFolder}/preview"));
    RunGalley(Command(["calendar"], DemoLedger).AppendSwitchQuoted("--out", $"{DemoFolder}/posts.ics"));
    LetWeeksGoBy();
    SayWhatThereIsToSee();
}

// Readers come with the sandbox's clock: each time it starts again later, on what it has kept, and is asked how things went.
void LetWeeksGoBy()
{
    Console.WriteLine("\n--- Three weeks go by: the sandbox's readers come, and refreshes keep their figures. ---\n");
    foreach (var days in DemoDays)
    {
        WithSandbox(DemoTime(days), access =>
            RunGalley(
                Command(["refresh"], DemoLedger, DemoTime(days)).Append("--quiet").Append("--format json"),
                access,
                mayNeedPerson: true,
                silent: true
            )
        );
    }

    RunGalley(
        Command(["report"], DemoLedger, DemoTime(DemoDays[^1])).AppendSwitchQuoted("--out", $"{DemoFolder}/report")
    );
}

void SayWhatThereIsToSee()
{
    var sandbox = Command(["sandbox"], ledger: null, DemoTime(DemoDays[^1]))
        .AppendSwitchQuoted("--state", $"{DemoFolder}/sandbox.jsonl");
    Console.WriteLine(
        $"""

        --- To look at: ---

          {DemoFolder}/preview/index.html   each post as LinkedIn shows it
          {DemoFolder}/posts.ics            the same for a calendar program
          {DemoFolder}/report/index.html    what came of it, three weeks on

        And what LeadPanther would hold, as a published calendar. This line starts the sandbox again and names the page:

          {Galley.FullPath} {sandbox.Render()}
        """
    );
}

static readonly int[] DemoDays = [3, 7, 14, 21];

// Counted from the instant at which the demo looks at the content.
string DemoTime(int days)
{
    var start = Argument("now", DefaultClock()) ?? EnvironmentVariable("GALLEY_NOW");
    var instant = start is null
        ? DateTimeOffset.UtcNow
        : DateTimeOffset.Parse(start, System.Globalization.CultureInfo.InvariantCulture);
    return instant
        .AddDays(days)
        .ToUniversalTime()
        .ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
}

// Without a port it takes any free one, and later the one that its state remembers: the ledger belongs to that address.
void WithSandbox(string now, Action<Dictionary<string, string>> work)
{
    using var sandbox = RunningSandbox.Start(
        Galley,
        Command(["sandbox"], ledger: null, now).AppendSwitchQuoted("--state", $"{DemoFolder}/sandbox.jsonl")
    );
    work(sandbox.Access);
}

void ApplyToSandbox(string name, Dictionary<string, string> access) =>
    RunGalley(Command(["apply"], DemoLedger).AppendSwitchQuoted("--out", $"{DemoFolder}/{name}.json"), access);

void RequireNothingDone(string name)
{
    using var result = JsonDocument.Parse(System.IO.File.ReadAllText($"{DemoFolder}/{name}.json"));
    var done = result.RootElement.GetProperty("done").GetArrayLength();
    if (done > 0)
    {
        throw new CakeException($"The {name} apply sent {done} objects again; it should have had nothing to do.");
    }
}
