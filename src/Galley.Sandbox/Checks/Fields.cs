using System.Text.Json;

namespace Galley.Sandbox.Checks;

/// <summary>
/// Reads an object of a request's body field by field and collects what is wrong. Call <see cref="NoOthers"/> at the end: a
/// field that was not asked for is unknown.
/// </summary>
internal sealed class Fields(JsonElement value, string path, List<FieldProblem> problems)
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    /// <summary>A string, never null.</summary>
    public string? Text(string name, bool optional = false, bool mayBeEmpty = false)
    {
        if (Take(name, optional) is not { } field)
        {
            return null;
        }

        if (field.ValueKind != JsonValueKind.String)
        {
            return Wrong(name, "must be a string");
        }

        var text = field.GetString()!;
        return mayBeEmpty || text.Trim().Length > 0 ? text : Wrong(name, "must not be empty");
    }

    /// <summary>A string or null.</summary>
    public string? TextOrNull(string name) => IsNull(name) ? null : Text(name);

    /// <summary>One of the values that the documentation shows.</summary>
    public string? OneOf(string name, params ReadOnlySpan<string> values)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        return values.Contains(text)
            ? text
            : Wrong(name, $"must be one of {string.Join(", ", values)}, not \"{text}\"");
    }

    public bool? Flag(string name, bool optional = false)
    {
        if (Take(name, optional) is not { } field)
        {
            return null;
        }

        if (field.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return field.GetBoolean();
        }

        Wrong(name, "must be true or false");
        return null;
    }

    public long? Whole(string name, long least)
    {
        if (Take(name) is not { } field)
        {
            return null;
        }

        if (field.ValueKind == JsonValueKind.Number && field.TryGetInt64(out var number) && number >= least)
        {
            return number;
        }

        Wrong(name, $"must be a whole number of at least {least}");
        return null;
    }

    /// <summary>Where the documentation shows nothing but null.</summary>
    public void Null(string name)
    {
        if (Take(name) is { ValueKind: not JsonValueKind.Null })
        {
            Wrong(name, "must be null: the documentation shows no other value");
        }
    }

    public Uri? Url(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (Uri.TryCreate(text, UriKind.Absolute, out var url) && IsPublic(url))
        {
            return url;
        }

        Wrong(name, $"must be an https URL, not \"{text}\"");
        return null;
    }

    public Uri? UrlOrNull(string name) => IsNull(name) ? null : Url(name);

    public Fields? Object(string name)
    {
        if (Take(name) is not { } field)
        {
            return null;
        }

        if (field.ValueKind == JsonValueKind.Object)
        {
            return new Fields(field, Path(name), problems);
        }

        Wrong(name, "must be an object");
        return null;
    }

    public IEnumerable<Fields> Objects(string name)
    {
        foreach (var (item, at) in Items(name))
        {
            if (item.ValueKind == JsonValueKind.Object)
            {
                yield return new Fields(item, at, problems);
            }
            else
            {
                problems.Add(new FieldProblem(at, "must be an object"));
            }
        }
    }

    public IEnumerable<(JsonElement Item, string Path)> Items(string name)
    {
        if (Take(name) is not { } field)
        {
            return [];
        }

        if (field.ValueKind == JsonValueKind.Array)
        {
            return field.EnumerateArray().Select((item, index) => (item, $"{Path(name)}[{index}]"));
        }

        Wrong(name, "must be a list");
        return [];
    }

    public bool IsNull(string name)
    {
        if (!value.TryGetProperty(name, out var field) || field.ValueKind != JsonValueKind.Null)
        {
            return false;
        }

        _known.Add(name);
        return true;
    }

    /// <summary>A problem that comes from state or time, not from the form.</summary>
    public void Refuse(string name, string message) =>
        problems.Add(new FieldProblem(Path(name), message, AgainstDocumentation: false));

    /// <summary>Against the documentation; gives null so that it can end a reading.</summary>
    public string? Wrong(string name, string message)
    {
        problems.Add(new FieldProblem(Path(name), message));
        return null;
    }

    public void NoOthers()
    {
        foreach (var field in value.EnumerateObject().Where(field => !_known.Contains(field.Name)))
        {
            Wrong(field.Name, "is not a documented field");
        }
    }

    private JsonElement? Take(string name, bool optional = false)
    {
        _known.Add(name);
        if (value.TryGetProperty(name, out var field))
        {
            return field;
        }

        if (!optional)
        {
            Wrong(name, "is missing");
        }

        return null;
    }

    private string Path(string name) => path.Length == 0 ? name : $"{path}.{name}";

    /// <summary>The sandbox's own storage host is plain http on loopback.</summary>
    private static bool IsPublic(Uri url) =>
        url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback);
}
