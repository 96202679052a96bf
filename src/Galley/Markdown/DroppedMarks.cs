using Galley.Diagnostics;
using Galley.Diagnostics.Codes;

namespace Galley.Markdown;

/// <summary>
/// Gathers the marks that LinkedIn can't show: one note a kind, with the words that lose their marks and the lines as they will
/// read.
/// </summary>
internal sealed class DroppedMarks
{
    private readonly List<Seen> _kinds = [];

    public enum Kind
    {
        Emphasis,
        Code,
        Quotation,
        Heading,
        Escape,
        Entity,
    }

    /// <param name="typed">With its marks.</param>
    /// <param name="read">Where it stands in the text that goes out.</param>
    public void Add(Kind kind, Position at, string typed, Range read)
    {
        var seen = _kinds.Find(seen => seen.Kind == kind);
        if (seen is null)
        {
            _kinds.Add(seen = new Seen(kind) { First = at });
        }

        seen.First = at < seen.First ? at : seen.First;
        seen.Typed.Add(typed);
        seen.Read.Add(read);
    }

    public IEnumerable<TextProblem> Notes(string output) =>
        from seen in _kinds
        select new TextProblem(
            TextCodes.MarksDropped,
            seen.First,
            $"{WhatHappens(seen.Kind, Quotes.List(seen.Typed))} {Quotes.WillRead(output, seen.Read)}",
            HelpFor(seen.Kind)
        );

    private static string WhatHappens(Kind kind, string typed) =>
        kind switch
        {
            Kind.Emphasis => $"LinkedIn has no bold or italics, so the marks of {typed} are left out.",
            Kind.Code => $"LinkedIn has no code, so the marks of {typed} are left out.",
            Kind.Quotation => $"LinkedIn has no block quotations, so the marks of {typed} are left out.",
            Kind.Heading => $"LinkedIn has no headings, so the marks of {typed} are left out.",
            Kind.Escape => $"In Markdown a backslash before a sign or a line break is not shown: {typed}.",
            _ => $"In Markdown these codes are shown as the characters that they stand for: {typed}.",
        };

    private static string HelpFor(Kind kind) =>
        kind switch
        {
            Kind.Emphasis => "The words stay. Delete the * or _, or stress the words another way.",
            Kind.Code => "The words stay. Delete the backticks, or the four spaces at the start of the line.",
            Kind.Quotation => "The words stay. Put them in “quotation marks” to show that they are quoted.",
            Kind.Heading => "The words stay. Delete the #, or write #tag without a space for a hashtag.",
            Kind.Escape => "Nothing to do if that is right. Type \\\\ to show a backslash.",
            _ => "Nothing to do if that is right. Type \\& to show the & itself.",
        };

    private sealed record Seen(Kind Kind)
    {
        public required Position First { get; set; }
        public List<string> Typed { get; } = [];
        public List<Range> Read { get; } = [];
    }
}
