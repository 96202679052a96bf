using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Reflection;
using Galley.Diagnostics.Codes;

namespace Galley.Diagnostics;

/// <summary>All diagnostic codes. docs/diagnostics.md is generated from this list.</summary>
public static class Catalogue
{
    /// <summary>A new area is one line here; a new code is one field in its area.</summary>
    private static readonly Type[] Areas =
    [
        typeof(ReadingCodes),
        typeof(SettingsCodes),
        typeof(TimeCodes),
        typeof(PostCodes),
        typeof(TextCodes),
        typeof(LeadMagnetCodes),
        typeof(MediaCodes),
        typeof(StyleCodes),
        typeof(PlanCodes),
    ];

    /// <summary>Sorted by id.</summary>
    public static ImmutableArray<DiagnosticCode> All { get; } =
    [.. Areas.SelectMany(CodesOf).OrderBy(code => code.Id, StringComparer.Ordinal)];

    private static readonly FrozenDictionary<string, DiagnosticCode> ById = All.ToFrozenDictionary(
        code => code.Id,
        StringComparer.Ordinal
    );

    public static DiagnosticCode? Find(string id) => ById.GetValueOrDefault(id);

    private static IEnumerable<DiagnosticCode> CodesOf(Type area) =>
        from field in area.GetFields(BindingFlags.Public | BindingFlags.Static)
        where field.FieldType == typeof(DiagnosticCode)
        select (DiagnosticCode)field.GetValue(null)!;
}
