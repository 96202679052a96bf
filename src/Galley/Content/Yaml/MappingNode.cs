using Galley.Diagnostics;

namespace Galley.Content.Yaml;

internal sealed class MappingNode(Position at) : Node(at)
{
    // A list, because nearly all mappings are short, and it keeps the author's order.
    private readonly List<Field> _fields = [];

    public IReadOnlyList<Field> Fields => _fields;

    public Field? Find(string name)
    {
        foreach (var field in _fields)
        {
            if (field.Name == name)
            {
                return field;
            }
        }

        return null;
    }

    public void Add(Field field) => _fields.Add(field);
}
