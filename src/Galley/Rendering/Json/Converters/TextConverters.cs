using Galley.Diagnostics;
using Galley.Payloads;
using Galley.Planning;
using NodaTime;

namespace Galley.Rendering.Json.Converters;

internal sealed class InstantConverter() : TextConverter<Instant>(UtcTime.Write, UtcTime.Parse);

internal sealed class KindConverter() : TextConverter<Kind>(kind => ContentKind.For(kind).Name, ContentKind.Parse);

internal sealed class SeverityConverter()
    : TextConverter<Severity>(SeverityName.For, name =>
        Enum.GetValues<Severity>().Cast<Severity?>().FirstOrDefault(value => SeverityName.For(value!.Value) == name)
    );

internal sealed class ActionTypeConverter()
    : TextConverter<ActionType>(
        type => ActionTable.For(type).Name,
        name => ActionTable.Rows.FirstOrDefault(row => row.Name == name)?.Type
    );
