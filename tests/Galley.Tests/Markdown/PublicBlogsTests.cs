using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Galley.Diagnostics;
using Galley.Diagnostics.Codes;
using Galley.Markdown;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Galley.Tests.Markdown;

/// <summary>
/// Posts of public blogs, which nobody wrote for Galley. They are no part of the repository: the run
/// parameter `posts` names their folder.
/// </summary>
public partial class PublicBlogsTests
{
    private static readonly MarkdownPipeline CommonMark = new MarkdownPipelineBuilder()
        .UsePreciseSourceLocation()
        .Build();

    [Explicit("for docs/authoring.md: needs a folder of Markdown files")]
    [Test]
    public async Task Render_PostsOfPublicBlogs_KeepsTheirWordsInOrder()
    {
        var folder = TestContext.Parameters["posts"];
        Assert.That(folder, Is.Not.Null.And.Not.Empty, "The run parameter `posts` names their folder.");
        var found = Directory
            .EnumerateFiles(folder!, "*.md", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(path => (Path: path, Body: BodyOf(File.ReadAllText(path))))
            .Where(post => post.Body.Length > 0)
            .Select(post => (post.Path, post.Body, Result: Look(post.Body)))
            .ToArray();

        foreach (var group in found.GroupBy(one => one.Result.Kind).OrderBy(group => group.Key))
        {
            await TestContext.Out.WriteLineAsync(
                $"{group.Key}: {group.Count():n0} posts, {group.Sum(one => WordsOf(one.Body).Count()):n0} words"
            );
        }

        var lost = found.Where(one => one.Result.Kind == Kind.Lost).Select(one => $"{one.Path}: {one.Result.At}");
        Assert.That(string.Join('\n', lost), Is.Empty);
    }

    private static (Kind Kind, string At) Look(string body)
    {
        var rendered = LinkedInText.Render(body, TextFormat.Markdown, PlaceholderValues.None);
        if (rendered.Problems.Any(problem => problem.Code.Severity == Severity.Error))
        {
            return (Kind.Refused, "");
        }

        var titles = rendered.Problems.Where(problem => problem.Code == TextCodes.WordsDropped);
        var leftOut = titles.SelectMany(problem => WordsOf(problem.Message)).ToHashSet();
        var read = new Queue<string>(WordsOf(rendered.Text));
        foreach (var word in WordsOf(WithAddresses(body)))
        {
            if (read.TryPeek(out var next) && next == word)
            {
                read.Dequeue();
            }
            else if (!leftOut.Contains(word))
            {
                return (Kind.Lost, $"{word}, where the text has {string.Join(' ', read.Take(3))}");
            }
        }

        return read.Count == 0 ? (Kind.Sent, "") : (Kind.Lost, $"more: {string.Join(' ', read)}");
    }

    /// <summary>
    /// As typed, with each address where its link is, and once where the link's words are the address. The language of a block of code
    /// is one of its marks.
    /// </summary>
    private static string WithAddresses(string body)
    {
        var document = Markdig.Markdown.Parse(body, CommonMark);
        var links = document
            .Descendants<LinkInline>()
            .Where(link => link.FirstChild is not null && !IsOfThisPage(link))
            .ToArray();
        var used = links.Select(link => link.Reference).OfType<LinkReferenceDefinition>().ToHashSet();
        var fences = document.Descendants<FencedCodeBlock>().Where(fence => !string.IsNullOrEmpty(fence.Info));
        var changes = links
            .Select(link => (link.Span.Start, link.Span.End, Text: Sent(link, body)))
            .Concat(used.Select(definition => (definition.Span.Start, definition.Span.End, Text: "")))
            .Concat(fences.Select(fence => (fence.Span.Start, EndOfLine(body, fence.Span.Start), Text: "")));
        var text = new StringBuilder(body);
        foreach (var (start, end, sent) in changes.OrderByDescending(change => change.Start))
        {
            text.Remove(start, end + 1 - start).Insert(start, sent);
        }

        return text.ToString();
    }

    /// <summary>A definition without an address is sent as typed.</summary>
    private static bool IsOfThisPage(LinkInline link) => link.Reference is not null && link.Url!.StartsWith('#');

    private static string Sent(LinkInline link, string body)
    {
        var words = body[link.FirstChild!.Span.Start..(link.LastChild!.Span.End + 1)];
        var isMail = link.Url!.StartsWith("mailto:", StringComparison.Ordinal);
        return Bare(words) != Bare(link.Url) ? $"{words} {link.Url} {link.Title}".TrimEnd()
            : isMail ? words
            : link.Url;
    }

    private static int EndOfLine(string body, int at) =>
        body.IndexOf('\n', at) is var end and > 0 ? end - 1 : body.Length - 1;

    private static string Bare(string address) => SchemeOrMark.Replace(address, "").TrimEnd('/');

    private static string BodyOf(string text) => Head.Replace(text.ReplaceLineEndings("\n"), "").Trim('\n');

    private static IEnumerable<string> WordsOf(string text) =>
        WebUtility
            .HtmlDecode(text)
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(word => string.Concat(word.Where(char.IsLetterOrDigit)))
            .Where(word => word.Length > 0);

    private enum Kind
    {
        Sent,
        Refused,
        Lost,
    }

    [GeneratedRegex(@"\A(?:---|\+\+\+)\n.*?\n(?:---|\+\+\+)[ ]*(?:\n|\z)", RegexOptions.Singleline)]
    private static partial Regex Head { get; }

    [GeneratedRegex(@"\A(?:mailto:|https?://)|[\\`]")]
    private static partial Regex SchemeOrMark { get; }
}
