// Galley beside what people would otherwise use, on the same files and in the same run, and its inner parts.

using System.Globalization;
using System.Text.RegularExpressions;

Task("Bench")
    .Description("Measures galley beside its peers and its inner parts, and writes docs/performance.md. [--posts=20000 --heavy (also hugo, yamllint, a million files) --filter=GLOB --job=Dry --whole-only]")
    .IsDependentOn("Build")
    .Does(() =>
    {
        var bench = new Bench(Context, Argument("posts", 20_000), HasArgument("heavy"));
        DotNetBuild(bench.Project, new DotNetBuildSettings { Configuration = "Release", Verbosity = DotNetVerbosity.Quiet, NoLogo = true });
        var table = bench.SideBySide(Galley.FullPath);
        System.IO.File.WriteAllText(bench.Document, Regex.Replace(
            System.IO.File.ReadAllText(bench.Document), @"(?<=<!-- figures -->\n).*(?=<!-- /figures -->)", table.Replace("$", "$$"), RegexOptions.Singleline));
        Console.WriteLine($"{table}\ndocs/performance.md has the new figures.");
        if (!HasArgument("whole-only"))
        {
            DotNetRun(bench.Project, BenchArguments(), new DotNetRunSettings { Configuration = "Release", NoBuild = true });
        }
    });

ProcessArgumentBuilder BenchArguments()
{
    var arguments = new ProcessArgumentBuilder()
        .AppendSwitchQuoted("--filter", Argument("filter", "*"))
        .AppendSwitchQuoted("--artifacts", "artifacts/bench");
    return HasArgument("job") ? arguments.AppendSwitchQuoted("--job", Argument<string>("job")) : arguments;
}

// Whole processes, in turn, several times; the median counts. CPU is user and system time of a command and its children, which a busy machine hardly changes.
class Bench(ICakeContext context, int posts, bool heavy)
{
    const int Rounds = 5;
    const string Now = "2026-06-08T09:00:00Z";

    sealed record Way(string Name, string Command, string Prepare = null);

    sealed record Figures(double Seconds, double Cpu, int Megabytes);

    string Root => context.Environment.WorkingDirectory.FullPath;

    string Repository => $"{Root}/artifacts/bench/posts-{posts}";

    string Peers => $"{Root}/artifacts/bench/peers";

    public string Project => $"{Root}/tests/Galley.Benchmarks/Galley.Benchmarks.csproj";

    public string Document => $"{Root}/docs/performance.md";

    public string SideBySide(string galley)
    {
        Generate(Repository, posts, Math.Max(1, posts / 100));
        InstallPeers();
        var text = new System.Text.StringBuilder();
        text.Append($"{Machine()}\n\n");
        text.Append(Table($"Reading and judging {posts:N0} posts of {Math.Max(1, posts / 100):N0} clients", Readers(galley)));
        text.Append(Table("Looking again after one change", Again(galley)));
        text.Append(Table("Starting: content-example, three clients", [new("galley validate", $"{galley} validate --content {Root}/content-example --now {Now} --no-cache")]));
        if (heavy) text.Append(Growth(galley));
        return text.ToString();
    }

    Way[] Readers(string galley)
    {
        string Node(string parser) => $"node {Peers}/validate.cjs {parser} {Repository} {Root}/schemas/post.schema.json";
        Way[] ways =
        [
            new("galley validate, cold: positions, rules, Markdown, media", $"{galley} validate --content {Repository} --now {Now} --no-cache"),
            new("cat of the same files", $"find {Repository}/clients -name '*.md' -print0 | xargs -0 cat"),
            new("gray-matter + js-yaml + ajv: no positions, no rules", Node("gray-matter")),
            new("yaml (keeps positions) + ajv", Node("yaml")),
        ];
        return heavy
            ? [.. ways, new("hugo, without layouts", $"hugo --quiet --renderToMemory --source {Repository} --contentDir clients --disableKinds taxonomy,term"), new("yamllint", $"yamllint -d relaxed --no-warnings {Repository}/clients || true")]
            : ways;
    }

    // A clean checkout, one post changed before each look.
    Way[] Again(string galley)
    {
        if (!context.DirectoryExists($"{Repository}/.git"))
        {
            Shell($"cd {Repository} && git init --quiet && git add --all && git -c user.name=Bench -c user.email=bench@localhost commit --quiet --message One");
        }

        var change = $"echo 'More.' >> $(find {Repository}/clients/client-0000/posts -name '*.md' -print -quit)";
        return
        [
            new("galley plan, one post changed", $"{galley} plan --content {Repository} --now {Now}", change),
            new("git status", $"git -C {Repository} status --short", change),
            new("galley plan, nothing remembered", $"{galley} plan --content {Repository} --now {Now} --no-cache", change),
        ];
    }

    string Growth(string galley)
    {
        var text = new System.Text.StringBuilder("### Growth\n\n| posts | clients | CPU, µs a post | peak memory |\n| ---: | ---: | ---: | ---: |\n");
        foreach (var count in new[] { 1_000, 10_000, 100_000, 1_000_000 })
        {
            var repository = $"{Root}/artifacts/bench/posts-{count}";
            Generate(repository, count, count / 100);
            var figures = Measure(new Way("", $"{galley} validate --content {repository} --now {Now} --no-cache"));
            text.Append(CultureInfo.InvariantCulture, $"| {count:N0} | {count / 100:N0} | {figures.Cpu / count * 1e6:0} | {figures.Megabytes} MB |\n");
        }

        return text.Append('\n').ToString();
    }

    string Table(string title, Way[] ways)
    {
        var rounds = ways.ToDictionary(way => way, _ => new List<Figures>());
        for (var round = 0; round <= Rounds; round++)
        {
            foreach (var way in ways)
            {
                var figures = Measure(way);
                // The first warms the disk's cache up, and what a tool keeps for itself.
                if (round > 0) rounds[way].Add(figures);
            }
        }

        double Ratio(Way way, Func<Figures, double> of) => Median(rounds[way].Zip(rounds[ways[0]], (one, first) => of(one) / of(first)));
        var rows = ways.Select(way => string.Create(CultureInfo.InvariantCulture,
            $"| {way.Name} | {Median(rounds[way].Select(one => one.Seconds)):0.00} s | {Median(rounds[way].Select(one => one.Cpu)):0.00} s | {Ratio(way, one => one.Seconds):0.00} | {Ratio(way, one => one.Cpu):0.00} | {rounds[way].Max(one => one.Megabytes)} MB |\n"));
        return $"### {title}\n\n| what | wall | CPU | wall, of galley's | CPU, of galley's | peak memory |\n| --- | ---: | ---: | ---: | ---: | ---: |\n{string.Concat(rows)}\n";
    }

    static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    Figures Measure(Way way)
    {
        if (way.Prepare is not null) Shell(way.Prepare);
        var said = Shell($"/usr/bin/time --format '%e %U %S %M' bash -c {Quoted(way.Command)} 2>&1 >/dev/null | tail -1").Trim();
        var parts = said.Split(' ').Select(part => double.TryParse(part, CultureInfo.InvariantCulture, out var number) ? number : throw new CakeException($"{way.Command} said: {said}")).ToArray();
        return new Figures(parts[0], parts[1] + parts[2], (int)(parts[3] / 1024));
    }

    void Generate(string repository, int count, int clients)
    {
        if (context.DirectoryExists(repository)) return;
        Console.WriteLine($"Writing {count:N0} posts to {repository} …");
        Shell($"dotnet run --no-build --configuration Release --project {Project} -- generate {repository} {count} {clients}");
    }

    void InstallPeers()
    {
        context.EnsureDirectoryExists(Peers);
        foreach (var file in new[] { "package.json", "validate.cjs" }) context.CopyFile($"{Root}/tests/Galley.Benchmarks/peers/{file}", $"{Peers}/{file}");
        if (!context.DirectoryExists($"{Peers}/node_modules"))
        {
            Console.WriteLine("Installing gray-matter, js-yaml, yaml and ajv from npm, into artifacts/bench/peers …");
            Shell($"cd {Peers} && npm install --silent --no-audit --no-fund");
        }

        foreach (var tool in heavy ? new[] { "hugo", "yamllint" } : [])
        {
            if (Shell($"command -v {tool} || true").Length > 0) continue;
            Console.WriteLine($"Installing {tool} from Debian …");
            Shell($"apt-get update -qq && apt-get install -y -qq {tool}");
        }
    }

    string Machine()
    {
        string Line(string command) => Shell($"{command} 2>/dev/null | head -1 || true").Trim();
        return $"{Line("date -u +%F")}: {Line("grep -m1 'model name' /proc/cpuinfo | cut -d: -f2")}, {Environment.ProcessorCount} cores, {Line("uname -sr")}, load {Line("cut -d' ' -f1 /proc/loadavg")} as it began. "
            + $".NET {Line("dotnet --version")}, Node {Line("node --version")}, {Line("git --version")}{(heavy ? $", {Line("yamllint --version")}, {Line("hugo version")}" : "")}. Medians of {Rounds} rounds after one to warm up.";
    }

    static string Quoted(string command) => $"'{command.Replace("'", "'\\''")}'";

    string Shell(string command)
    {
        var exitCode = context.StartProcess("bash", new ProcessSettings { Arguments = new ProcessArgumentBuilder().Append("-c").AppendQuoted(command.Replace("\"", "\\\"")), RedirectStandardOutput = true }, out var lines);
        return exitCode == 0 ? string.Join('\n', lines) : throw new CakeException($"This ended with exit code {exitCode}: {command}");
    }
}
