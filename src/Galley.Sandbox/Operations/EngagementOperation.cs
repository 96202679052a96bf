using Galley.Sandbox.FakeData;
using Galley.Sandbox.Requests;
using Galley.Sandbox.Responses;
using Galley.Sandbox.State;

namespace Galley.Sandbox.Operations;

/// <summary>§ Get Post Engagement. Figures begin an hour after publication.</summary>
internal static class EngagementOperation
{
    private static readonly TimeSpan Quiet = TimeSpan.FromHours(1);

    public static Answer Handle(Call call) =>
        call.State.Post(call.UserId, call.Id) is { } post
            ? Answer.Data(Data(call, post))
            : Answer.Refuse(404, "not_found", $"This account has no post {call.Id}.");

    private static object Data(Call call, SandboxPost post)
    {
        var published = post.IsPublished(call.Now);
        var available = published && call.Now - post.ScheduledAt >= Quiet;
        return new
        {
            post_id = post.Id,
            published_url = published ? post.PublishedUrl : null,
            metrics_available = available,
            metrics = available ? Metrics(call, post) : null,
        };
    }

    private static object Metrics(Call call, SandboxPost post)
    {
        var reach = SeededRandom.Roll($"{post.Id} reach", 400, 5000) * Growth.Share(call.Now - post.ScheduledAt!.Value);
        return new
        {
            impressions = (long)reach,
            reactions = (long)(reach * (0.02 + (0.03 * SeededRandom.Roll($"{post.Id} reactions")))),
            comments = FakeAudience.OfPost(call.State, post, call.Now).Count(person => !person.ByMessage),
            reposts = (long)(reach * 0.002),
        };
    }
}
