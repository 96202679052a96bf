using System.Net;
using System.Text.RegularExpressions;
using Galley.Content;
using Galley.Diagnostics;
using Galley.Diagnostics.Codes;
using Galley.Markdown;

namespace Galley.Rules.Posts;

/// <summary>In all that people will read: posts with their comments, and lead magnets, whose names posts take over.</summary>
internal sealed partial class HiddenMarks : IRule
{
    public IEnumerable<Problem> Check(RuleContext context) =>
        [
            .. context.Content.Posts.SelectMany(post => InPost(post, context)),
            .. FollowupPlace.AllOf(context).SelectMany(InComments),
            .. context.Content.LeadMagnets.SelectMany(leadMagnet => InLeadMagnet(leadMagnet, context)),
        ];

    private static IEnumerable<Problem> InPost(Post post, RuleContext context)
    {
        var found = HiddenCharacters.In(post.Body);
        // Markdown has another spelling for any character.
        if (!found.Any() && HiddenCharacters.In(context.TextOf(post).Text).Any())
        {
            found = HiddenCharacters.In(Decoded(post.Body));
        }

        return found.Select(one =>
            context.About(
                post,
                TextCodes.HiddenCharacter,
                BodyPosition.Locate(post.SourceMap, one.At),
                one.Message,
                one.Help
            ) with
            {
                Path = post.SourceMap.BodyPath,
            }
        );
    }

    private static string Decoded(string body) => Entity().Replace(body, entity => WebUtility.HtmlDecode(entity.Value));

    private static IEnumerable<Problem> InComments(FollowupPlace place) =>
        place.Followups.Comments.SelectMany(
            (comment, index) =>
                HiddenCharacters
                    .In(comment.Text)
                    .Select(found =>
                        place.Problem(
                            TextCodes.HiddenCharacter,
                            place.At(index, "text"),
                            $"In {place.Name(index)}: {found.Message}",
                            found.Help
                        )
                    )
        );

    private static IEnumerable<Problem> InLeadMagnet(LeadMagnet leadMagnet, RuleContext context)
    {
        return
        [
            .. InField(leadMagnet.Keyword, "keyword"),
            .. InField(leadMagnet.ResourceName, "resource_name"),
            .. InField(leadMagnet.TextTemplate, "text_template"),
            .. InField(leadMagnet.NotConnectedReply, "not_connected_reply"),
            .. InField(leadMagnet.HostedPage?.Title, "hosted_page", "title"),
            .. InField(leadMagnet.HostedPage?.CtaLabel, "hosted_page", "cta_label"),
            .. HiddenCharacters
                .In(leadMagnet.Body)
                .Select(found =>
                    Problem(found, BodyPosition.Locate(leadMagnet.SourceMap, found.At), "") with
                    {
                        Path = leadMagnet.SourceMap.BodyPath,
                    }
                ),
        ];

        IEnumerable<Problem> InField(string? text, params string[] field) =>
            HiddenCharacters
                .In(text ?? "")
                .Select(found => Problem(found, leadMagnet.SourceMap.At([.. field]), $"In {field[^1]}: "));

        Problem Problem(HiddenCharacter found, Position at, string place) =>
            context.About(leadMagnet, TextCodes.HiddenCharacter, at, place + found.Message, found.Help);
    }

    [GeneratedRegex("&#(?:[0-9]{1,7}|[xX][0-9A-Fa-f]{1,6});", RegexOptions.CultureInvariant)]
    private static partial Regex Entity();
}
