using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Galley.Sandbox.Checks;
using Galley.Sandbox.Operations.Objects;
using Galley.Sandbox.Requests;
using Galley.Sandbox.Responses;
using Galley.Sandbox.State;

namespace Galley.Sandbox.Control;

/// <summary>
/// What a person does by hand in LeadPanther's own pages. It needs no key, is not in the log of requests, and works on
/// published posts too. Fields are named as in a create. A wrong field or an unknown id is a <see cref="GalleyException"/>.
/// </summary>
public sealed class ManualChanges
{
    private readonly SandboxContext _sandbox;

    internal ManualChanges(SandboxContext sandbox) => _sandbox = sandbox;

    /// <param name="fields">At least <c>text</c>. With a <c>scheduled_at</c> the post is scheduled, otherwise it is a draft.</param>
    public SandboxPost WritePost(string userId, JsonObject fields) =>
        Write(ObjectKinds.Post, userId, BlankObjects.Post(), WithStatus(fields));

    /// <param name="fields">A <c>scheduled_at</c> schedules the post, and null makes it a draft.</param>
    public SandboxPost EditPost(string id, JsonObject fields) =>
        Edit(ObjectKinds.Post, () => _sandbox.State.Posts, id, WithStatus(fields));

    public void DeletePost(string id) => Delete(ObjectKinds.Post, () => _sandbox.State.Posts, id);

    /// <param name="fields">At least <c>keyword</c> and <c>resource_name</c>.</param>
    public SandboxLeadMagnet WriteLeadMagnet(string userId, JsonObject fields) =>
        Write(ObjectKinds.LeadMagnet, userId, BlankObjects.LeadMagnet(fields), fields);

    public SandboxLeadMagnet EditLeadMagnet(string id, JsonObject fields) =>
        Edit(ObjectKinds.LeadMagnet, () => _sandbox.State.LeadMagnets, id, fields);

    /// <summary>Even if a post still offers it.</summary>
    public void DeleteLeadMagnet(string id) => Delete(ObjectKinds.LeadMagnet, () => _sandbox.State.LeadMagnets, id);

    private T Write<T>(ObjectKind<T> kind, string userId, JsonObject blank, JsonObject fields)
        where T : class, IStored
    {
        if (_sandbox.Accounts.All.All(account => account.UserId != userId))
        {
            throw new GalleyException($"The sandbox has no account {userId}.");
        }

        foreach (var (name, value) in fields)
        {
            blank[name] = value?.DeepClone();
        }

        var call = new Call { Sandbox = _sandbox, UserId = userId };
        var body = JsonSerializer.SerializeToElement(blank);
        Demand(BodyCheck.Refusal(body, checks => kind.Check(checks, call)));
        return kind.Create(body, call);
    }

    private T Edit<T>(ObjectKind<T> kind, Func<ImmutableArray<T>> all, string id, JsonObject fields)
        where T : class, IStored =>
        _sandbox.State.Atomically(() =>
        {
            var item = Find(kind, all(), id);
            var body = JsonSerializer.SerializeToElement(fields);
            var (changed, refusal) = FieldChange.Apply(kind, item, body, CallFor(item));
            Demand(refusal);
            return changed!;
        });

    private void Delete<T>(ObjectKind<T> kind, Func<ImmutableArray<T>> all, string id)
        where T : class, IStored =>
        _sandbox.State.Atomically(() =>
        {
            var item = Find(kind, all(), id);
            kind.Remove(item, CallFor(item));
            return item;
        });

    private static T Find<T>(ObjectKind<T> kind, ImmutableArray<T> all, string id)
        where T : class, IStored =>
        all.FirstOrDefault(item => item.Id == id) ?? throw new GalleyException($"The sandbox has no {kind.Noun} {id}.");

    private Call CallFor(IStored item) =>
        new()
        {
            Sandbox = _sandbox,
            UserId = item.UserId,
            Id = item.Id,
        };

    private static void Demand(Answer? refusal)
    {
        if (refusal is not null)
        {
            throw new GalleyException(refusal.Message!);
        }
    }

    private static JsonObject WithStatus(JsonObject fields)
    {
        var complete = fields.DeepClone().AsObject();
        if (complete.TryGetPropertyValue("scheduled_at", out var time) && !complete.ContainsKey("status"))
        {
            complete["status"] = time is null ? "draft" : "scheduled";
        }

        return complete;
    }
}
