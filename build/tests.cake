// Runs the test projects side by side, and says in the end what came of them.

using System.Collections.Concurrent;
using System.Threading.Tasks;
using System.Xml.Linq;

// Per cent of the lines of src/.
const double CoverageGoal = 90;
const bool CoverageGoalIsEnforced = true;

sealed record TestRun(
    string Project,
    int ExitCode,
    int Passed,
    int Failed,
    int Skipped,
    TimeSpan Took,
    IReadOnlyList<string> Output
);

DirectoryPath TestResults => Context.Environment.WorkingDirectory.Combine("artifacts/tests");

void RunTests()
{
    // End to end first: the longest would otherwise be left to run alone.
    var runs = RunTestProjects(TestProjects().OrderBy(file => IsEndToEnd(file) ? 0 : 1));
    var coverage = MeasureCoverage();
    Console.WriteLine($"Line coverage of src/: {coverage:0.0} % (goal: {CoverageGoal} %)");
    RequireGoodRuns(runs);
    RequireCoverage(coverage);
}

// Coverage counts what runs end to end, so there is no goal here.
void RunUnitTests() => RequireGoodRuns(RunTestProjects(TestProjects().Where(file => !IsEndToEnd(file))));

IEnumerable<FilePath> TestProjects() =>
    GetFiles("tests/*.Tests/*.csproj") + GetFiles("tests/Galley.Simulation/*.csproj");

bool IsEndToEnd(FilePath file) => file.FullPath.Contains("EndToEnd");

IReadOnlyList<TestRun> RunTestProjects(IEnumerable<FilePath> projects)
{
    CleanDirectory(TestResults);
    var runs = RunSideBySide(projects.ToList());
    foreach (var run in runs)
    {
        ReportRun(run);
    }

    var (passed, failed, skipped) = (
        runs.Sum(run => run.Passed),
        runs.Sum(run => run.Failed),
        runs.Sum(run => run.Skipped)
    );
    PrintLast($"{passed} passed, {failed} failed{(skipped > 0 ? $", {skipped} skipped" : "")}");
    return runs;
}

IReadOnlyList<TestRun> RunSideBySide(IReadOnlyList<FilePath> projects)
{
    var runs = new ConcurrentBag<TestRun>();
    Parallel.ForEach(
        Partitioner.Create(projects, EnumerablePartitionerOptions.NoBuffering),
        new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
        file => runs.Add(RunTestProject(file))
    );
    return runs.OrderBy(run => run.Project, StringComparer.Ordinal).ToList();
}

TestRun RunTestProject(FilePath file)
{
    var project = file.GetFilenameWithoutExtension().FullPath;
    var results = TestResults.Combine(project);
    var arguments = new ProcessArgumentBuilder()
        .Append("test")
        .AppendQuoted(file.FullPath)
        .Append("--no-build")
        .Append("--nologo")
        .AppendSwitchQuoted("--logger", "trx;LogFileName=results.trx")
        .AppendSwitchQuoted("--results-directory", results.FullPath);
    // A simulation runs the same lines by the thousand: to watch them would cost it half of its seeds.
    if (project != "Galley.Simulation")
    {
        arguments.AppendSwitchQuoted("--settings", "build/coverage.runsettings");
    }

    var clock = System.Diagnostics.Stopwatch.StartNew();
    var exitCode = StartProcess(
        "dotnet",
        new ProcessSettings
        {
            Arguments = arguments,
            EnvironmentVariables = IsCi
                ? new Dictionary<string, string> { ["SNAPSHOOTER_STRICT_MODE"] = "true" }
                : null,
            RedirectStandardOutput = true,
        },
        out var output
    );
    var (passed, failed, skipped) = ReadCounts(results.CombineWithFilePath("results.trx"));
    return new TestRun(project, exitCode, passed, failed, skipped, clock.Elapsed, output.ToList());
}

(int Passed, int Failed, int Skipped) ReadCounts(FilePath trx)
{
    if (!FileExists(trx))
    {
        return default;
    }

    var counters = XDocument.Load(trx.FullPath).Descendants().Single(element => element.Name.LocalName == "Counters");
    int Count(string name) => (int)counters.Attribute(name);
    return (Count("passed"), Count("executed") - Count("passed"), Count("total") - Count("executed"));
}

void ReportRun(TestRun run)
{
    var verdict = (run.ExitCode, run.Passed + run.Failed) switch
    {
        (0, 0) => "no tests yet",
        (0, _) => $"{run.Passed} tests fine",
        _ => $"{run.Failed} of {run.Passed + run.Failed} tests wrong (dotnet test ended with {run.ExitCode})",
    };
    if (run.ExitCode != 0)
    {
        run.Output.ToList().ForEach(line => Console.WriteLine(line));
    }

    Console.WriteLine($"  {run.Project, -28}{verdict}, {run.Took.TotalSeconds:0.0} s");
}

double MeasureCoverage()
{
    var folder = Context.Environment.WorkingDirectory.Combine("artifacts/coverage");
    var exitCode = StartProcess(
        "dotnet",
        new ProcessSettings
        {
            Arguments = new ProcessArgumentBuilder()
                .Append("reportgenerator")
                .AppendQuoted($"-reports:{TestResults}/*/*/coverage.cobertura.xml")
                .AppendQuoted($"-targetdir:{folder}")
                .Append("-reporttypes:TextSummary;Html")
                .Append("-verbosity:Error"),
            RedirectStandardOutput = true,
        },
        out var output
    );
    if (exitCode != 0)
    {
        throw new CakeException($"reportgenerator could not sum up the coverage: {string.Join(' ', output)}");
    }

    var line = System
        .IO.File.ReadLines(folder.CombineWithFilePath("Summary.txt").FullPath)
        .First(text => text.Contains("Line coverage:"));
    var number = line.Split(':')[1].Trim().TrimEnd('%');
    return double.TryParse(number, System.Globalization.CultureInfo.InvariantCulture, out var value) ? value : 0;
}

// Cake prints its table of durations after the last task; whoever reads the end of a log looks for this line.
void PrintLast(string line) => AppDomain.CurrentDomain.ProcessExit += (_, _) => Console.WriteLine(line);

void RequireGoodRuns(IReadOnlyList<TestRun> runs)
{
    var wrong = runs.Where(run => run.ExitCode != 0).Select(run => run.Project).ToList();
    if (wrong.Count > 0)
    {
        throw new CakeException($"Tests failed in {string.Join(", ", wrong)}; their output is above.");
    }

    if (runs.All(run => run.Passed == 0))
    {
        throw new CakeException("No test ran.");
    }
}

void RequireCoverage(double coverage)
{
    if (CoverageGoalIsEnforced && coverage < CoverageGoal)
    {
        throw new CakeException(
            $"Line coverage of src/ is {coverage:0.0} %, below the goal of {CoverageGoal} %; artifacts/coverage/index.html shows where."
        );
    }
}
