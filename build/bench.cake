// Galley beside what people would otherwise use, on the same files and in the same run, and its inner parts.

using System.Globalization;
using System.Text.RegularExpressions;

Task("Bench")
    .Description(
        "Measures galley beside its peers and its inner parts, and writes docs/performance.md. "
            + "[--posts=20000 --heavy (also hugo, yamllint, 100,000 posts and a million files) --heavy-only "
            + "(100,000 posts and a million files alone) --filter=GLOB --job=Dry --whole-only]"
    )
    .Does(() =>
    {
        // As people get it from a release: compiled ahead of time.
        var folder = Context.Environment.WorkingDirectory.Combine("artifacts/bench/galley");
        PublishGalley(folder, ahead: true);
        var galley = folder.CombineWithFilePath(Galley.GetFilename());
        var bench = new Bench(Context, Argument("posts", 20_000), HasArgument("heavy"), galley);
        DotNetBuild(
            bench.Project,
            new DotNetBuildSettings
            {
                Configuration = "Release",
                Verbosity = DotNetVerbosity.Quiet,
                NoLogo = true,
            }
        );
        bench.InstallPeers();
        if (!HasArgument("heavy-only"))
        {
            WriteFigures("figures", bench.SideBySide());
        }

        if (HasArgument("heavy") || HasArgument("heavy-only"))
        {
            WriteFigures("heavy figures", bench.Heavy());
        }

        if (!HasArgument("whole-only") && !HasArgument("heavy-only"))
        {
            DotNetRun(
                bench.Project,
                BenchArguments(),
                new DotNetRunSettings { Configuration = "Release", NoBuild = true }
            );
        }
    });

// What the heavy part measured stays where it is, with its date, when the rest is measured again.
void WriteFigures(string part, string tables)
{
    var document = File("docs/performance.md").Path.FullPath;
    System.IO.File.WriteAllText(
        document,
        Regex.Replace(
            System.IO.File.ReadAllText(document),
            $"(?<=<!-- {part} -->\n).*(?=<!-- /{part} -->)",
            tables.Replace("$", "$$"),
            RegexOptions.Singleline
        )
    );
    Console.WriteLine($"{tables}docs/performance.md has the new {part}.");
}

ProcessArgumentBuilder BenchArguments()
{
    var arguments = new ProcessArgumentBuilder()
        .AppendSwitchQuoted("--filter", Argument("filter", "*"))
        .AppendSwitchQuoted("--artifacts", "artifacts/bench");
    return HasArgument("job") ? arguments.AppendSwitchQuoted("--job", Argument<string>("job")) : arguments;
}

class Bench(ICakeContext context, int posts, bool heavy, FilePath galley)
{
    const string Now = "2026-06-08T09:00:00Z";

    readonly Measuring _measuring = new(context);

    string Root => context.Environment.WorkingDirectory.FullPath;

    string Peers => $"{Root}/artifacts/bench/peers";

    public string Project => $"{Root}/tests/Galley.Benchmarks/Galley.Benchmarks.csproj";

    public string SideBySide()
    {
        var clients = Math.Max(1, posts / 100);
        var machine = _measuring.Machine(heavy ? ["yamllint --version", "hugo version"] : []);
        var repository = Generated(posts, clients);
        return machine
            + _measuring.Table(
                $"Reading and judging {posts:N0} posts of {clients:N0} clients, as people and tools write them",
                Readers(Generated(posts, clients, "mixed"))
            )
            + _measuring.Table(
                $"Reading and judging {posts:N0} posts of {clients:N0} clients, all of the plainest form",
                Readers(repository)
            )
            + _measuring.Table("Looking again after one change", Again(repository))
            + _measuring.Table(
                "Starting: content-example, three clients",
                [new("galley validate", Validate($"{Root}/content-example"))]
            )
            + Apply();
    }

    public string Heavy() =>
        _measuring.Machine([])
        + _measuring.Table(
            "Looking again after one change: 100,000 posts of 1,000 clients, all but ten of them live",
            Again(Generated(100_000, 1_000, "sent"))
        )
        + Growth();

    Way[] Readers(string repository)
    {
        string Node(string parser) =>
            $"node {Peers}/validate.cjs {parser} {repository} {Root}/schemas/post.schema.json";
        Way[] ways =
        [
            new("galley validate, cold: positions, rules, Markdown, media", Validate(repository)),
            new(
                "cat of the same files",
                $"find {repository}/clients -name '*.md' -print0 -o -name '*.yaml' -print0 | xargs -0 cat"
            ),
            new("gray-matter + js-yaml + ajv: no positions, no rules", Node("gray-matter")),
            new("yaml (keeps positions) + ajv", Node("yaml")),
        ];
        return heavy
            ?
            [
                .. ways,
                new(
                    "hugo, pages of the text alone",
                    $"hugo --quiet --renderToMemory --source {Peers}/hugo --contentDir {repository}/clients"
                ),
                new(
                    "yamllint of the front matter alone",
                    $"yamllint -d relaxed --no-warnings {FrontMatterOf(repository)}"
                ),
            ]
            : ways;
    }

    // yamllint reads .yaml files only.
    string FrontMatterOf(string repository)
    {
        var folder = $"{repository}-front-matter";
        if (!context.DirectoryExists(folder))
            _measuring.Shell(
                $"rm -rf {folder}.part && node {Peers}/front-matter.cjs {repository} {folder}.part && mv {folder}.part {folder}"
            );
        return folder;
    }

    // A clean checkout, one post changed before each look.
    Way[] Again(string repository)
    {
        if (!context.DirectoryExists($"{repository}/.git"))
        {
            _measuring.Shell(
                $"cd {repository} && git init --quiet && git add --all && git -c user.name=Bench -c "
                    + "user.email=bench@localhost commit --quiet --message One"
            );
        }

        // Another text each time, and no longer than the last.
        var change =
            $"post=$(find {repository}/clients/client-0000/posts -name '*.md' | sort | sed -n 1p) && sed -i "
            + "'/^More of/d' $post && echo \"More of $RANDOM.\" >> $post";
        return
        [
            new("galley plan, one post changed", $"{galley} plan --content {repository} --now {Now}", change),
            new("git status", $"git -C {repository} status --short", change),
            new(
                "galley plan, nothing remembered",
                $"{galley} plan --content {repository} --now {Now} --no-cache",
                change
            ),
        ];
    }

    string Apply()
    {
        string ten = Generated(400, 10),
            one = Generated(400, 1);
        var apply = new ApplyBench(context, _measuring, galley, Now);
        return apply.FolderLedger([
                new("400 posts, 10 clients", ten, 4),
                new("400 posts, 1 client", one, 4),
                new("400 posts, 10 clients", ten, 16),
            ]) + apply.BranchLedger([new("400 posts, 10 clients", ten, 4), new("400 posts, 10 clients", ten, 16)]);
    }

    string Growth()
    {
        const int Times = 3;
        var text = new System.Text.StringBuilder(
            $"### Growth of validate, cold\n\nMedians of {Times} runs.\n\n| posts | clients | wall | CPU | "
                + "CPU, µs a post | peak memory |\n| ---: | ---: | ---: | ---: | ---: | ---: |\n"
        );
        foreach (var count in new[] { 1_000, 10_000, 100_000, 1_000_000 })
        {
            var way = new Way("", Validate(Generated(count, count / 100)));
            var runs = Enumerable.Range(0, Times).Select(_ => _measuring.Measure(way)).ToList();
            var (wall, cpu) = (Measuring.Median(runs, run => run.Seconds), Measuring.Median(runs, run => run.Cpu));
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {count:N0} | {count / 100:N0} | {wall:0.00} s | {cpu:0.00} s | {cpu / count * 1e6:0} | "
                    + $"{runs.Max(run => run.Megabytes)} MB |\n"
            );
        }

        return text.Append('\n').ToString();
    }

    string Validate(string repository) => $"{galley} validate --content {repository} --now {Now} --no-cache";

    // Made once, and whole or not at all.
    string Generated(int count, int clients, string kind = "")
    {
        var repository = $"{Root}/artifacts/bench/posts-{count}-of-{clients}{(kind == "" ? "" : $"-{kind}")}";
        if (context.DirectoryExists(repository))
            return repository;
        Console.WriteLine($"Writing {count:N0} posts to {repository} …");
        _measuring.Shell(
            $"rm -rf {repository}.part && dotnet run --no-build --configuration Release --project {Project} "
                + $"-- generate {repository}.part {count} {clients} {kind} && mv {repository}.part {repository}"
        );
        return repository;
    }

    public void InstallPeers()
    {
        context.EnsureDirectoryExists(Peers);
        context.CopyDirectory($"{Root}/tests/Galley.Benchmarks/peers", Peers);
        if (!context.DirectoryExists($"{Peers}/node_modules"))
        {
            Console.WriteLine("Installing gray-matter, js-yaml, yaml and ajv from npm, into artifacts/bench/peers …");
            _measuring.Shell($"cd {Peers} && npm install --silent --no-audit --no-fund");
        }

        foreach (var tool in heavy ? new[] { "hugo", "yamllint" } : [])
        {
            if (_measuring.Shell($"command -v {tool} || true").Length > 0)
                continue;
            Console.WriteLine($"Installing {tool} from Debian …");
            _measuring.Shell($"apt-get update -qq && apt-get install -y -qq {tool}");
        }
    }
}
