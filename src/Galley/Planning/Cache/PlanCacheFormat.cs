using System.Collections.Immutable;
using System.Text;
using Galley.Diagnostics;
using NodaTime;

namespace Galley.Planning.Cache;

/// <summary>A client's outline as bytes and back, every field of it: a test holds that none is forgotten.</summary>
internal static class PlanCacheFormat
{
    public static byte[] Write(ClientSummary summary)
    {
        using var bytes = new MemoryStream();
        using (var file = new BinaryWriter(bytes, Encoding.UTF8))
        {
            Write(file, summary.Account);
            file.Write(summary.Plan.Slug);
            Write(file, summary.Plan.Name);
            Write(file, summary.Plan.Zone);
            file.Write(summary.Plan.IsGone);
            Write(file, summary.Plan.Actions, Write);
            Write(file, summary.Plan.Counted, Write);
            Write(file, summary.Diagnostics, Write);
        }

        return bytes.ToArray();
    }

    /// <returns>Null for what <see cref="Write(ClientSummary)"/> did not write.</returns>
    public static ClientSummary? TryRead(byte[] bytes)
    {
        using var file = new BinaryReader(new MemoryStream(bytes), Encoding.UTF8);
        try
        {
            var account = Text(file);
            var (slug, name, zone, isGone) = (file.ReadString(), Text(file), Text(file), file.ReadBoolean());
            var plan = new ClientPlan(slug, name, zone, List(file, Action))
            {
                IsGone = isGone,
                Counted = List(file, Total),
            };
            return new ClientSummary(account, plan, List(file, Diagnostic));
        }
        catch (Exception foreign) when (foreign is IOException or FormatException or ArgumentException)
        {
            return null;
        }
    }

    private static void Write(BinaryWriter file, PlanAction action)
    {
        file.Write((byte)action.Type);
        file.Write((byte)action.Kind);
        file.Write(action.Key);
        Write(file, action.Path);
        file.Write(action.Line ?? 0);
        Write(file, action.At);
        Write(file, action.LocalAt);
        Write(file, action.OpensAt);
        Write(file, action.BaseOpensAt);
        Write(file, action.Id);
        Write(file, action.PublishedUrl);
        Write(file, action.Code);
        Write(file, action.PayloadSha256);
        Write(file, action.ApprovalCode);
        Write(file, action.LiveCode);
        Write(file, action.SinceBase);
        Write(file, action.Changes, Write);
        Write(file, action.Reason);
        Write(file, action.Detail);
        Write(file, action.From);
        file.Write(action.Labels is not null);
        Write(file, action.Labels ?? [], (to, label) => to.Write(label));
        Write(file, action.Campaign);
        Write(file, action.SeenAt);
        file.Write(action.IsThereAlready);
        Write(file, action.Title);
        Write(file, action.ApprovedBy);
        Write(file, action.ApprovedAt);
    }

    private static PlanAction Action(BinaryReader file) =>
        new()
        {
            Type = (ActionType)file.ReadByte(),
            Kind = (Kind)file.ReadByte(),
            Key = file.ReadString(),
            Path = Text(file),
            Line = file.ReadInt32() is > 0 and var line ? line : null,
            At = Time(file),
            LocalAt = Text(file),
            OpensAt = Time(file),
            BaseOpensAt = Time(file),
            Id = Text(file),
            PublishedUrl = Text(file),
            Code = Text(file),
            PayloadSha256 = Text(file),
            ApprovalCode = Text(file),
            LiveCode = Text(file),
            SinceBase = Text(file),
            Changes = List(file, Change),
            Reason = Text(file),
            Detail = Text(file),
            From = Text(file),
            Labels =
                file.ReadBoolean() is var hasLabels && List(file, from => from.ReadString()) is var labels && hasLabels
                    ? labels
                    : null,
            Campaign = Text(file),
            SeenAt = Time(file),
            IsThereAlready = file.ReadBoolean(),
            Title = Text(file),
            ApprovedBy = Text(file),
            ApprovedAt = Time(file),
        };

    private static void Write(BinaryWriter file, ActionTotal total)
    {
        file.Write(total.Rank);
        file.Write(total.One);
        file.Write(total.Many);
        file.Write(total.Count);
    }

    private static ActionTotal Total(BinaryReader file) =>
        new(file.ReadInt32(), file.ReadString(), file.ReadString(), file.ReadInt32());

    private static void Write(BinaryWriter file, FieldChange change)
    {
        file.Write(change.Field);
        Write(file, change.Before);
        Write(file, change.After);
        file.Write(change.IsDrift);
        Write(file, change.There);
    }

    private static FieldChange Change(BinaryReader file) =>
        new(file.ReadString(), Text(file), Text(file)) { IsDrift = file.ReadBoolean(), There = Text(file) };

    private static void Write(BinaryWriter file, Diagnostic diagnostic)
    {
        file.Write(diagnostic.Code);
        file.Write((byte)diagnostic.Severity);
        file.Write(diagnostic.Message);
        file.Write(diagnostic.Path);
        Write(file, diagnostic.At);
        file.Write(diagnostic.Help);
        Write(file, diagnostic.Fix);
        Write(file, diagnostic.Client);
        file.Write(diagnostic.OnBase);
    }

    private static Diagnostic Diagnostic(BinaryReader file) =>
        new(
            file.ReadString(),
            (Severity)file.ReadByte(),
            file.ReadString(),
            file.ReadString(),
            Position(file),
            file.ReadString()
        )
        {
            Fix = Fix(file),
            Client = Text(file),
            OnBase = file.ReadBoolean(),
        };

    private static void Write(BinaryWriter file, Fix? fix)
    {
        file.Write(fix is not null);
        if (fix is not null)
        {
            Write(file, fix.Start);
            Write(file, fix.End);
            file.Write(fix.Text);
        }
    }

    private static Fix? Fix(BinaryReader file) =>
        file.ReadBoolean() ? new Fix(Position(file), Position(file), file.ReadString()) : null;

    private static void Write(BinaryWriter file, Position position)
    {
        file.Write(position.Line);
        file.Write(position.Column);
    }

    private static Position Position(BinaryReader file) => new(file.ReadInt32(), file.ReadInt32());

    private static void Write<T>(BinaryWriter file, ImmutableArray<T> items, Action<BinaryWriter, T> write)
    {
        file.Write(items.Length);
        foreach (var item in items)
        {
            write(file, item);
        }
    }

    private static ImmutableArray<T> List<T>(BinaryReader file, Func<BinaryReader, T> read)
    {
        var items = ImmutableArray.CreateBuilder<T>();
        for (var left = file.ReadInt32(); left > 0; left--)
        {
            items.Add(read(file));
        }

        return items.DrainToImmutable();
    }

    private static void Write(BinaryWriter file, string? text)
    {
        file.Write(text is not null);
        if (text is not null)
        {
            file.Write(text);
        }
    }

    private static string? Text(BinaryReader file) => file.ReadBoolean() ? file.ReadString() : null;

    private static void Write(BinaryWriter file, Instant? time)
    {
        file.Write(time is not null);
        if (time is { } at)
        {
            file.Write(at.ToUnixTimeTicks());
        }
    }

    private static Instant? Time(BinaryReader file) =>
        file.ReadBoolean() ? Instant.FromUnixTimeTicks(file.ReadInt64()) : null;
}
