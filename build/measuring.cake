// Whole processes, in turn, several times; the median counts. CPU is user and system time of a command and its
// children, which a busy machine hardly changes.

using System.Globalization;

sealed record Way(string Name, string Command, string Prepare = null);

sealed record Figures(double Seconds, double Cpu, int Megabytes);

class Measuring(ICakeContext context)
{
    public const int Rounds = 5;

    string Said => $"{context.Environment.WorkingDirectory}/artifacts/bench/said.txt";

    /// <summary>Side by side: all of them in each round, and the first is what the others are held against.</summary>
    public string Table(string title, Way[] ways)
    {
        Console.WriteLine($"Measuring: {title} …");
        var rounds = ways.ToDictionary(way => way, _ => new List<Figures>());
        for (var round = 0; round <= Rounds; round++)
        {
            foreach (var way in ways)
            {
                var figures = Measure(way);
                // The first warms the disk's cache up, and what a tool keeps for itself.
                if (round > 0)
                    rounds[way].Add(figures);
            }
        }

        double Ratio(Way way, Func<Figures, double> of) =>
            Median(rounds[way].Zip(rounds[ways[0]], (one, first) => of(one) / of(first)));
        var rows = ways.Select(way =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {way.Name} | {Median(rounds[way], one => one.Seconds):0.00} s | "
                    + $"{Median(rounds[way], one => one.Cpu):0.00} s | {Ratio(way, one => one.Seconds):0.00} | "
                    + $"{Ratio(way, one => one.Cpu):0.00} | {rounds[way].Max(one => one.Megabytes)} MB |\n"
            )
        );
        return $"### {title}\n\n| what | wall | CPU | wall, of galley's | CPU, of galley's | peak memory |\n| --- | "
            + $"---: | ---: | ---: | ---: | ---: |\n{string.Concat(rows)}\n";
    }

    public Figures Measure(Way way)
    {
        if (way.Prepare is not null)
            Shell(way.Prepare);
        var figures = $"{Said}.figures";
        // What fails is no figure. What it said tells why.
        Shell(
            $"/usr/bin/time --quiet --output {figures} --format '%e %U %S %M' bash -c {Quoted(way.Command)} 2>"
                + $"{Said} >/dev/null || {{ tail -5 {Said} >&2; exit 1; }}"
        );
        var parts = System
            .IO.File.ReadAllText(figures)
            .Split(' ')
            .Select(part => double.Parse(part, CultureInfo.InvariantCulture))
            .ToArray();
        return new Figures(parts[0], parts[1] + parts[2], (int)(parts[3] / 1024));
    }

    public static double Median<T>(IEnumerable<T> values, Func<T, double> of) => Median(values.Select(of));

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    public string Machine(string[] more)
    {
        string Line(string command) => Shell($"{command} 2>/dev/null | head -1 || true").Trim();
        string[] versions = ["git --version", .. more];
        return $"{Line("date -u +%F")}: {Line("grep -m1 'model name' /proc/cpuinfo | cut -d: -f2")}, "
            + $"{Environment.ProcessorCount} cores, {Line("uname -sr")}, load {Line("cut -d' ' -f1 /proc/loadavg")} "
            + "as it began. "
            + $".NET {Line("dotnet --version")}, Node {Line("node --version")}, "
            + $"{string.Join(", ", versions.Select(Line))}. Medians of {Rounds} rounds after one to warm up, "
            + "where nothing else is said.\n\n";
    }

    public string Shell(string command)
    {
        var exitCode = context.StartProcess(
            "bash",
            new ProcessSettings
            {
                Arguments = new ProcessArgumentBuilder().Append("-c").AppendQuoted(command.Replace("\"", "\\\"")),
                RedirectStandardOutput = true,
            },
            out var lines
        );
        return exitCode == 0
            ? string.Join('\n', lines)
            : throw new CakeException($"This ended with exit code {exitCode}: {command}");
    }

    static string Quoted(string command) => $"'{command.Replace("'", "'\\''")}'";
}
