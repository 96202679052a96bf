namespace Galley.Content.Yaml;

/// <summary>The scalar types of YAML 1.2's core schema.</summary>
internal enum ScalarKind
{
    Null,
    Boolean,
    Integer,
    Number,
    Text,
}
