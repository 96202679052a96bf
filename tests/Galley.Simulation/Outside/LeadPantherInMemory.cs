using System.Globalization;
using System.Text.Json.Nodes;
using Galley.Diagnostics;
using Galley.Payloads;
using Galley.Simulation.Kernel;

namespace Galley.Simulation.Outside;

/// <summary>All accounts in LeadPanther: what is in them, and when posts go out.</summary>
internal sealed class LeadPantherInMemory(Scheduler scheduler)
{
    private readonly List<Held> _all = [];
    private readonly Process _self = new(scheduler, "LeadPanther");

    public TimeProvider Clock => _self.Clock;

    public IReadOnlyList<Held> All
    {
        get
        {
            Publish();
            return _all;
        }
    }

    public IEnumerable<Held> There => _all.Where(held => !held.IsRemoved);

    /// <summary>Whether all that is or was there is Galley's, no person changed it, and nothing went out yet.</summary>
    public bool IsAllGalleys
    {
        get
        {
            Publish();
            return _all.TrueForAll(held => held is { IsOfGalley: true, IsTouched: false, IsOut: false });
        }
    }

    /// <summary>What was asked and changed something, or tried to.</summary>
    public int Writes { get; set; }

    public Held Add(Kind kind, string account, JsonObject wire, bool isOfGalley)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"00000000-0000-4000-9000-{_all.Count + 1:000000000000}");
        var fields = wire.DeepClone().AsObject();
        fields["id"] = id;
        var held = new Held(kind, account, id, fields, isOfGalley);
        _all.Add(held);
        return held;
    }

    public Held? Find(Kind kind, string account, string id)
    {
        Publish();
        return There.FirstOrDefault(held => held.Kind == kind && held.Account == account && held.Id == id);
    }

    public List<Held> List(Kind kind, string account)
    {
        Publish();
        return [.. There.Where(held => held.Kind == kind && held.Account == account)];
    }

    public static void Set(Held held, JsonObject fields)
    {
        var after = held.Fields.DeepClone().AsObject();
        foreach (var (name, value) in fields)
        {
            after[name] = value?.DeepClone();
        }

        held.Fields = after;
    }

    /// <summary>What is due goes out, and can't be changed any more.</summary>
    private void Publish()
    {
        foreach (var held in There.Where(held => held.Kind == Kind.Post && IsDue(held)))
        {
            var published = new JsonObject { ["status"] = "published" };
            Set(held, published);
            held.Left = held.Left.DeepClone().AsObject();
            held.Left["status"] = "published";
        }
    }

    private bool IsDue(Held held) =>
        held.Fields["status"]?.GetValue<string>() == "scheduled"
        && held.Fields["scheduled_at"]?.GetValue<string>() is { } at
        && UtcTime.Parse(at) <= NodaTime.Instant.FromDateTimeOffset(scheduler.Now);
}
