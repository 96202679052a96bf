namespace Galley.Sandbox.Pages;

internal static class PageStyle
{
    public const string Css =
        """
        :root { color-scheme: light dark; --ink: #1d2433; --dim: #5b6475; --paper: #f5f3ee; --card: #ffffff; --line: #dcd7cb; --mark: #0a5c54; }
        @media (prefers-color-scheme: dark) {
          :root { --ink: #e8e6e0; --dim: #a5abb8; --paper: #15181e; --card: #1e222a; --line: #343a45; --mark: #6fd3c6; }
        }
        * { box-sizing: border-box; }
        body { margin: 0 auto; max-width: 62rem; padding: 2rem 1rem 4rem; font: 1rem/1.55 Georgia, "Times New Roman", serif; color: var(--ink); background: var(--paper); }
        h1, h2, h3, .meta, th { font-family: system-ui, sans-serif; }
        h1 { font-size: 1.6rem; margin: 0; }
        h2 { margin: 3rem 0 0.5rem; font-size: 1.3rem; border-bottom: 2px solid var(--mark); padding-bottom: 0.3rem; }
        h3 { margin: 1.5rem 0 0.5rem; font-size: 0.85rem; letter-spacing: 0.08em; text-transform: uppercase; color: var(--dim); }
        .meta { font-size: 0.85rem; color: var(--dim); overflow-wrap: anywhere; }
        .badge { display: inline-block; padding: 0 0.5rem; border: 1px solid currentColor; border-radius: 1rem; color: var(--mark); font-weight: 600; }
        .card { background: var(--card); border: 1px solid var(--line); border-radius: 0.5rem; padding: 1rem 1.2rem; margin: 0.8rem 0; }
        .card p { margin: 0.5rem 0; }
        .text { white-space: pre-wrap; overflow-wrap: anywhere; }
        .media { display: flex; flex-wrap: wrap; gap: 0.6rem; }
        .media img { height: 7rem; max-width: 100%; border-radius: 0.3rem; border: 1px solid var(--line); }
        .after { margin: 0.8rem 0; padding: 0.1rem 0 0.1rem 1rem; list-style: none; border-left: 2px solid var(--line); }
        .after li { margin: 0.35rem 0; }
        .after .meta { margin-right: 0.4rem; font-variant-numeric: tabular-nums; }
        .alarm { border-left: 0.4rem solid #c0392b; }
        @media print { body { background: #fff; } .card { break-inside: avoid; } }
        """;
}
