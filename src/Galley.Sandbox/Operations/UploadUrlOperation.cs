using Galley.Sandbox.Checks;
using Galley.Sandbox.Requests;
using Galley.Sandbox.Responses;
using Galley.Sandbox.State;

namespace Galley.Sandbox.Operations;

/// <summary>§ Create Media Upload URL. The URL alone allows the upload, and for ten minutes only.</summary>
internal static class UploadUrlOperation
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    public static Answer Handle(Call call)
    {
        if (BodyCheck.Refusal(call.Body, UploadCheck.Check) is { } refusal)
        {
            return refusal;
        }

        var medium = call.State.AddMedium(id => Medium(call, id));
        return Answer.Data(
            new
            {
                upload_url = new Uri(call.Sandbox.StorageUrl, $"upload/{medium.Id}/{medium.Ticket}").AbsoluteUri,
                token = call.State.IdOf($"token {medium.Id}"),
                path = medium.Path,
                public_url = PublicUrl.For(medium, call.Sandbox.StorageUrl),
                bucket = "content-images",
                content_type = medium.ContentType,
            }
        );
    }

    private static SandboxMedium Medium(Call call, string id)
    {
        var name = call.Body.GetProperty("filename").GetString()!;
        return new SandboxMedium(
            id,
            call.UserId,
            call.Now,
            name,
            call.Body.GetProperty("content_type").GetString()!,
            call.Body.GetProperty("file_size").GetInt64(),
            $"api-uploads/{call.UserId}/{id}/{name}"
        )
        {
            Ticket = call.State.IdOf($"ticket {id}"),
            Expires = call.Now + Lifetime,
        };
    }
}
