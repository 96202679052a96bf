using System.Collections.Immutable;
using Galley.Content.Yaml;
using Galley.Diagnostics;
using Galley.Diagnostics.Codes;

namespace Galley.Content.Fields;

/// <summary>Reads <c>rules:</c>. Only adjustable codes are kept; the others are reported.</summary>
internal static class RulesField
{
    public static ImmutableDictionary<string, DiagnosticCode> Read(FieldReader owner, FileReport report)
    {
        var rules = ImmutableDictionary.CreateBuilder<string, DiagnosticCode>(StringComparer.Ordinal);
        foreach (var field in owner.Fields("rules")?.Mapping.Fields ?? [])
        {
            var code = Catalogue.Find(field.Name);
            if (Refusal(field, code) is { } fault)
            {
                report.Add(fault);
            }
            else if (SeverityOf(FieldReader.TextOf(field.Value)) is { } severity)
            {
                rules[field.Name] = code! with { Severity = severity };
            }
        }

        return rules.ToImmutable();
    }

    private static Fault? Refusal(Field field, DiagnosticCode? code) =>
        code switch
        {
            null => new Fault(SettingsCodes.UnknownRule, field.At, $"There is no code `{field.Name}`.", Choice()),
            { Adjustable: false } => new Fault(
                SettingsCodes.FixedRule,
                field.At,
                $"The severity of {code} ({code.Title}) can't be changed.",
                "Delete this line. " + Choice()
            ),
            _ => null,
        };

    private static IEnumerable<string> Adjustable =>
        Catalogue.All.Where(code => code.Adjustable).Select(code => code.Id);

    private static string Choice() => $"The codes that `rules` can change: {string.Join(", ", Adjustable)}.";

    private static Severity? SeverityOf(string? text) =>
        text switch
        {
            "error" => Severity.Error,
            "warning" => Severity.Warning,
            "note" => Severity.Note,
            _ => null,
        };
}
