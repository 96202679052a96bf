namespace Galley.EndToEnd.Tests.Conventions;

/// <summary>Cli → GitHub, LeadPanther, Sandbox → Galley, and never back (design §2). Browser → Galley.</summary>
internal sealed class ProjectTests
{
    private static readonly Dictionary<string, string[]> References = new()
    {
        ["Galley"] = [],
        ["Galley.Browser"] = ["Galley"],
        ["Galley.GitHub"] = ["Galley"],
        ["Galley.LeadPanther"] = ["Galley"],
        ["Galley.Sandbox"] = ["Galley"],
        ["Galley.Cli"] = ["Galley.GitHub", "Galley.LeadPanther", "Galley.Sandbox"],
    };

    [Test]
    public void References_OfSourceProjects_RunOneWay()
    {
        var actual = Project.Below("src").ToDictionary(project => project.Name, project => project.References);

        Assert.That(actual.Keys, Is.EquivalentTo(References.Keys));
        Assert.Multiple(() =>
        {
            foreach (var (project, references) in References)
            {
                Assert.That(actual[project], Is.EqualTo(references), project);
            }
        });
    }

    [Test]
    public void SourceProjects_Each_HaveATestProject()
    {
        // Galley.Browser runs in a browser only: the tests end to end have one.
        var wanted = Project
            .Below("src")
            .Where(project => project.Name != "Galley.Browser")
            .Select(project => project.Name + ".Tests");

        Assert.That(Project.Below("tests").Select(project => project.Name), Is.SupersetOf(wanted));
    }

    [Test]
    public void Projects_OfTheRepository_AllStandInTheSolution()
    {
        var solution = Repository.Read("Galley.slnx");
        var missing = Project
            .Below("src")
            .Concat(Project.Below("tests"))
            .Where(project => !solution.Contains($"\"{project.Path}\""));

        Assert.That(missing.Select(project => project.Path), Is.Empty);
    }

    [Test]
    public void Versions_OfPackages_StandInOneFileOnly()
    {
        var versioned = Project
            .Below("src")
            .Concat(Project.Below("tests"))
            .Where(project => project.Xml.Descendants("PackageReference").Any(IsVersioned));

        Assert.That(
            versioned.Select(project => project.Path),
            Is.Empty,
            "put the version into Directory.Packages.props"
        );

        static bool IsVersioned(System.Xml.Linq.XElement reference) =>
            reference.Attribute("Version") is not null
            || reference.Attribute("VersionOverride") is not null
            || reference.Element("Version") is not null;
    }

    [Test]
    public void LockFiles_OfProjects_AreThere()
    {
        var missing = Project
            .Below("src")
            .Concat(Project.Below("tests"))
            .Select(project => $"{Path.GetDirectoryName(project.Path)!.Replace('\\', '/')}/packages.lock.json")
            .Where(path => !File.Exists(Path.Combine(Repository.Root, path)));

        Assert.That(missing, Is.Empty, "dotnet restore writes it; commit it");
    }
}
