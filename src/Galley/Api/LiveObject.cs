using System.Text.Json.Nodes;
using Galley.Diagnostics;
using NodaTime;
using NodaTime.Text;

namespace Galley.Api;

/// <summary>One post or lead magnet as a list or a single read shows it.</summary>
/// <param name="Id">Fit to stand in a path.</param>
/// <param name="Fields">The whole object. A field that is absent says nothing; nobody changes this object.</param>
public sealed record LiveObject(Kind Kind, string Id, JsonObject Fields)
{
    /// <summary>Any word of LeadPanther's; only <c>draft</c> and <c>scheduled</c> are acted on.</summary>
    public string? Status => Field("status");

    /// <summary>A post in a state in which nothing can be changed any more. A state that is not shown says nothing.</summary>
    public bool IsOut => ContentKind.For(Kind).GoesOut && Status is not (null or "draft" or "scheduled");

    public string? Text => Field("text");

    /// <summary>Null where it is absent, null, or not a time.</summary>
    public Instant? ScheduledAt =>
        Field("scheduled_at") is { } text && OffsetDateTimePattern.ExtendedIso.Parse(text) is { Success: true } time
            ? time.Value.ToInstant()
            : null;

    public string? TemplateId => Field("template_id");

    public string? Keyword => Field("keyword");

    public string? ResourceName => Field("resource_name");

    /// <summary>Whether the answer shows the field at all, be it as null.</summary>
    public bool Shows(string field) => Fields.ContainsKey(field);

    /// <summary>Null where it is absent, null, or no text.</summary>
    public string? Field(string field) =>
        Fields[field] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
