namespace Galley.Content.Fields;

internal static class MovedFromField
{
    public static MovedFrom? Read(FieldReader fields) =>
        fields.Text("moved_from") switch
        {
            null => null,
            "none" => new MovedFrom(null),
            var key => new MovedFrom(key),
        };
}
