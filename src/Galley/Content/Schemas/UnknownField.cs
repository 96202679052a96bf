using Galley.Content.Yaml;
using Galley.Diagnostics;
using Galley.Diagnostics.Codes;
using NJsonSchema.Validation;

namespace Galley.Content.Schemas;

/// <summary>A field that the schema does not have at its place, and the field that its author means.</summary>
internal sealed class UnknownField
{
    /// <summary>A shorter name is too similar to other words to be a certain typing mistake.</summary>
    private const int ShortestTypo = 5;

    private readonly MappingNode _owner;
    private readonly Field _field;
    private readonly ICollection<string> _known;
    private readonly string? _typoOf;
    private readonly FieldHint? _hint;

    private UnknownField(MappingNode owner, Field field, ICollection<string> known)
    {
        (_owner, _field, _known) = (owner, field, known);
        _typoOf = Suggestion.For(Cleaned(field.Name), known);
        _hint = IsSpelling(_typoOf) ? null : FieldSynonyms.Find(field, known);
    }

    /// <summary>Null for an error that is not about an unknown field.</summary>
    public static UnknownField? From(ValidationError error, MappingNode root)
    {
        if (error.Kind != ValidationErrorKind.NoAdditionalPropertiesAllowed)
        {
            return null;
        }

        var owner = JsonTree.NodeOf(error.Token?.Parent) as MappingNode ?? JsonTree.NodeOf(error.Token) as MappingNode;
        var field = owner?.Find(error.Property!) ?? root.Find(error.Property!);
        return field is null ? null : new UnknownField(owner ?? root, field, error.Schema.Properties.Keys);
    }

    /// <summary>Whether it is a field of this mapping under another name.</summary>
    public bool Means(string field, Node owner) => _owner == owner && Meant == field;

    /// <summary>The field that is meant, if the value belongs to it as it is.</summary>
    private string? Meant =>
        (_hint is null ? _typoOf : _hint.Meant) is { } meant && _owner.Find(meant) is null ? meant : null;

    public Fault Fault =>
        new(SettingsCodes.UnknownField, _field.At, Message, Help)
        {
            Fix = IsCertain
                ? new Fix(_field.At, _field.At with { Column = _field.At.Column + _field.Name.Length }, Meant!)
                : null,
        };

    public void ReadAsMeant()
    {
        if (Meant is { } meant)
        {
            _owner.Rename(_field, meant);
        }
    }

    /// <summary>One slip of the fingers, or other capitals, hyphens or spaces, and only one field that can be meant.</summary>
    private bool IsCertain =>
        Meant is { } meant
        && meant == _typoOf
        && (IsSpelling(meant) || (_field.Name.Length >= ShortestTypo && IsNear(meant) && _known.Count(IsNear) == 1));

    private bool IsNear(string name) => Suggestion.Distance(Cleaned(_field.Name), name) <= 1;

    private bool IsSpelling(string? name) => name is not null && Suggestion.Distance(Cleaned(_field.Name), name) == 0;

    private string Message =>
        OddSpace.IsIn(_field.Name)
            ? $"There is a {OddSpace.NameIn(_field.Name)} in the name of the field `{Cleaned(_field.Name)}`."
            : $"There is no field `{_field.Name}` here.";

    private string Help => _hint?.Help ?? (_typoOf is { } typo ? $"Did you mean \"{typo}\"? {Fields}" : Fields);

    private string Fields => $"The fields are: {string.Join(", ", _known)}.";

    private static string Cleaned(string name) => OddSpace.Replace(name).Trim();
}
