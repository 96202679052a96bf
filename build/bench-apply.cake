// `galley apply` into a sandbox that answers late, beside what the answers alone would take.

using System.Globalization;
using System.Text.Json;

class ApplyBench(ICakeContext context, Measuring measuring, FilePath galley, string now)
{
    const int Rounds = 3;
    const int LateBy = 50;

    /// <param name="Repository">Each run has a copy of its own.</param>
    public sealed record Load(string Name, string Repository, int Concurrency);

    /// <param name="Calls">That reached the sandbox.</param>
    /// <param name="Pushes">That reached the remote.</param>
    /// <param name="Bare">Seconds that the same number of reads takes a program that does nothing else.</param>
    sealed record Run(Figures Apply, int Calls, int Creates, int Pushes, double Bare);

    string Root => context.Environment.WorkingDirectory.FullPath;
    string Folder => $"{Root}/artifacts/bench/apply";
    string Content => $"{Folder}/content";
    string Remote => $"{Folder}/remote.git";
    string Faults => $"{Folder}/faults";

    public string FolderLedger(Load[] loads) =>
        Table(
            "Apply, folder ledger",
            "| what | requests at once | calls | took | of the ideal | a bare client, of the ideal | CPU "
                + "|\n| --- | ---: | ---: | ---: | ---: | ---: | ---: |\n",
            loads,
            "folder:../ledger",
            (load, runs) =>
            {
                double Ideal(Run run) => run.Calls * LateBy / 1000.0 / load.Concurrency;
                return string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {load.Name} | {load.Concurrency} | {Middle(runs, run => run.Calls):0} | "
                        + $"{Middle(runs, run => run.Apply.Seconds):0.0} s | "
                        + $"{Middle(runs, run => run.Apply.Seconds / Ideal(run)):0.00} | "
                        + $"{Middle(runs, run => run.Bare / Ideal(run)):0.00} | "
                        + $"{Middle(runs, run => run.Apply.Cpu):0.0} s |\n"
                );
            }
        );

    public string BranchLedger(Load[] loads) =>
        Table(
            "Apply, branch ledger",
            "| what | requests at once | creates | took | pushes | creates a push | creates a minute | CPU, "
                + "git's too |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n",
            loads,
            "git:galley-ledger",
            (load, runs) =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {load.Name} | {load.Concurrency} | {Middle(runs, run => run.Creates):0} | "
                        + $"{Middle(runs, run => run.Apply.Seconds):0.0} s | {Middle(runs, run => run.Pushes):0} | "
                        + $"{Middle(runs, run => (double)run.Creates / run.Pushes):0.0} | "
                        + $"{Middle(runs, run => run.Creates / run.Apply.Seconds * 60):N0} | "
                        + $"{Middle(runs, run => run.Apply.Cpu):0.0} s |\n"
                )
        );

    string Table(string title, string head, Load[] loads, string ledger, Func<Load, List<Run>, string> row)
    {
        Console.WriteLine($"Measuring: {title} …");
        var runs = loads.ToDictionary(load => load, _ => new List<Run>());
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var load in loads)
                runs[load].Add(Measure(load, ledger));
        }

        return $"### {title}\n\nEvery answer {LateBy} ms late. Medians of {Rounds} runs, each a first "
            + $"apply.\n\n{head}{string.Concat(loads.Select(load => row(load, runs[load])))}\n";
    }

    Run Measure(Load load, string ledger)
    {
        StartAnew(load, ledger);
        var sandboxArguments = new ProcessArgumentBuilder()
            .Append("sandbox")
            .AppendSwitchQuoted("--content", Content)
            .AppendSwitchQuoted("--now", now)
            .AppendSwitchQuoted("--faults", Faults);
        using var sandbox = RunningSandbox.Start(galley, sandboxArguments);
        WarmUp(sandbox);
        var access = string.Concat(sandbox.Access.Select(variable => $"{variable.Key}={variable.Value} "));
        var pushesBefore = Pushes(ledger);
        var apply = measuring.Measure(
            new(
                "apply",
                $"{access}{galley} apply --content {Content} --ledger {ledger} --now {now} --concurrency {load.Concurrency} --quiet"
            )
        );
        var (calls, creates) = AskFor(sandbox);
        var bare = measuring.Measure(
            new("ask", $"{access}node {Root}/tests/Galley.Benchmarks/peers/ask.cjs {calls} {load.Concurrency}")
        );
        return new Run(apply, calls, creates, Pushes(ledger) - pushesBefore, bare.Seconds);
    }

    // A clone with its content committed, and beside it an empty ledger and a remote to push to.
    void StartAnew(Load load, string ledger) =>
        measuring.Shell(
            string.Join(
                " && ",
                $"rm -rf {Folder}",
                $"mkdir -p {Folder}",
                $"cp -r {load.Repository} {Content}",
                $"echo '*:delay={LateBy}ms' > {Faults}",
                $"git init --quiet --bare {Remote}",
                $"cd {Content}",
                "git init --quiet",
                $"git remote add origin {Remote}",
                $"{galley} ledger init --ledger {ledger} | grep '^ledger_id:' >> galley.yaml",
                "git add --all",
                "git -c user.name=Bench -c user.email=bench@localhost commit --quiet --message One"
            )
        );

    // Each push is one commit.
    int Pushes(string ledger) =>
        ledger.StartsWith("git:")
            ? int.Parse(
                measuring.Shell($"git -C {Remote} rev-list --count {ledger["git:".Length..]}"),
                CultureInfo.InvariantCulture
            )
            : 0;

    // A server's first answer is slow, and no fault of who asks.
    static void WarmUp(RunningSandbox sandbox)
    {
        using var http = new System.Net.Http.HttpClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", sandbox.Access["LEADPANTHER_API_KEY"]);
        http.GetStringAsync($"{sandbox.Access["LEADPANTHER_API_URL"]}/me").Wait();
    }

    (int Calls, int Creates) AskFor(RunningSandbox sandbox)
    {
        using var http = new System.Net.Http.HttpClient();
        using var state = JsonDocument.Parse(
            http.GetStringAsync(new Uri(new Uri(sandbox.Access["LEADPANTHER_API_URL"]), "/sandbox/state")).Result
        );
        var requests = state.RootElement.GetProperty("requests").EnumerateArray().Skip(1).ToList();
        var creates = requests.Count(request =>
            request.GetProperty("operation").GetString() is "create-post" or "create-lead-magnet"
        );
        var stored =
            state.RootElement.GetProperty("posts").GetArrayLength()
            + state.RootElement.GetProperty("lead_magnets").GetArrayLength();
        return creates == stored
            ? (requests.Count, creates)
            : throw new CakeException($"Of {creates} creates the sandbox stored {stored}: nothing to measure.");
    }

    static double Middle(List<Run> runs, Func<Run, double> of) => Measuring.Median(runs, of);
}
