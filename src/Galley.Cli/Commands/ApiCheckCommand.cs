using System.Collections.Immutable;
using System.CommandLine;
using Galley.Cli.Hosting;
using Galley.Cli.Options;
using Galley.Cli.Output;
using Galley.Cli.Output.Json;
using Galley.LeadPanther.Specification;
using Galley.Rendering;

namespace Galley.Cli.Commands;

/// <summary><c>galley api check FILE</c>: compares what Galley uses of the API with an OpenAPI file. Needs no network and no key.</summary>
internal static class ApiCheckCommand
{
    private static readonly Argument<string> File = new("FILE")
    {
        Description = "LeadPanther's OpenAPI file, as YAML or JSON.",
    };

    public static Command Create(Shell shell)
    {
        var command = new Command(
            "check",
            "Compare the requests, scopes and values that Galley uses with LeadPanther's OpenAPI file. Exit code 0 if all agree, 1 if not."
        )
        {
            File,
        };
        command.SetAction(
            (parsed, _) => Task.FromResult(Run(shell, parsed.GetRequiredValue(File), CommonOptions.Read(parsed, shell)))
        );
        return command;
    }

    private static int Run(Shell shell, string file, CommonOptions common)
    {
        var text = FileArgument.Text(shell, file, "name LeadPanther's openapi.yaml");
        var findings = SpecificationCheck.Compare(ApiSpecification.Read(text, file));
        new ResultPrinter(shell, common).Print(Describe(findings), CommandJson.Default.ApiFindings, output =>
            Write(output, findings)
        );
        return (int)(Count(findings, Verdict.Agrees) == findings.Length ? ExitCode.Fine : ExitCode.Error);
    }

    private static void Write(TextWriter text, ImmutableArray<Finding> findings)
    {
        var width = findings.Max(finding => finding.Subject.Length);
        foreach (var finding in findings)
        {
            text.WriteLine(
                VisibleText.From($"{Name(finding.Verdict)}  {finding.Subject.PadRight(width)}  {finding.Detail}")
            );
        }

        text.WriteLine();
        text.WriteLine(
            $"Of {findings.Length} things that Galley uses, {Count(findings, Verdict.Agrees)} agree with the file, "
                + $"{Count(findings, Verdict.Differs)} differ, and {Count(findings, Verdict.Missing)} are missing there."
        );
    }

    private static ApiFindings Describe(ImmutableArray<Finding> findings) =>
        new(
            Count(findings, Verdict.Agrees),
            Count(findings, Verdict.Differs),
            Count(findings, Verdict.Missing),
            [
                .. findings.Select(finding => new ApiFindings.Item(
                    Name(finding.Verdict),
                    finding.Operation,
                    finding.Subject,
                    finding.Detail
                )),
            ]
        );

    private static int Count(ImmutableArray<Finding> findings, Verdict verdict) =>
        findings.Count(finding => finding.Verdict == verdict);

    private static string Name(Verdict verdict) => verdict.ToString().ToLowerInvariant();
}
