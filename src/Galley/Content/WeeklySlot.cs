using NodaTime;

namespace Galley.Content;

/// <summary>A time of the week at which a client's posts go out, in its time zone: <c>Tue 08:30</c>.</summary>
public sealed record WeeklySlot(IsoDayOfWeek Day, LocalTime Time);
