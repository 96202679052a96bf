namespace Galley.Sandbox.Pages;

internal static class PageStyle
{
    public const string Css = """
        :root {
          color-scheme: light dark; --ink: #1d2433; --dim: #5b6475; --paper: #f5f3ee; --card: #ffffff; --line: #dcd7cb;
          --mark: #0a5c54;
        }
        @media (prefers-color-scheme: dark) {
          :root { --ink: #e8e6e0; --dim: #a5abb8; --paper: #15181e; --card: #1e222a; --line: #343a45; --mark: #6fd3c6; }
        }
        * { box-sizing: border-box; }
        body {
          margin: 0 auto; max-width: 74rem; padding: 2rem 1rem 4rem; font: 1rem/1.55 Georgia, "Times New Roman", serif;
          color: var(--ink); background: var(--paper);
        }
        h1, h2, h3, .meta, th { font-family: system-ui, sans-serif; }
        h1 { font-size: 1.6rem; margin: 0; }
        h2 { margin: 3rem 0 0.5rem; font-size: 1.3rem; border-bottom: 2px solid var(--mark); padding-bottom: 0.3rem; }
        h3 { margin: 1.5rem 0 0.5rem; font-size: 0.85rem; letter-spacing: 0.08em; text-transform: uppercase; color: var(--dim); }
        .meta { font-size: 0.85rem; color: var(--dim); overflow-wrap: anywhere; }
        .badge {
          display: inline-block; padding: 0 0.5rem; border: 1px solid currentColor; border-radius: 1rem; color: var(--mark);
          font-weight: 600;
        }
        .card { background: var(--card); border: 1px solid var(--line); border-radius: 0.5rem; padding: 1rem 1.2rem; margin: 0.8rem 0; }
        .card p { margin: 0.5rem 0; }
        .text { white-space: pre-wrap; overflow-wrap: anywhere; }
        .media { display: flex; flex-wrap: wrap; gap: 0.6rem; }
        .media img { height: 7rem; max-width: 100%; border-radius: 0.3rem; border: 1px solid var(--line); }
        .after { margin: 0.8rem 0; padding: 0.1rem 0 0.1rem 1rem; list-style: none; border-left: 2px solid var(--line); }
        .after li { margin: 0.35rem 0; }
        .after .meta { margin-right: 0.4rem; font-variant-numeric: tabular-nums; }
        section { max-width: 62rem; }
        .card:target { border-color: var(--mark); box-shadow: 0 0 0 1px var(--mark); }
        .month { width: 100%; table-layout: fixed; border-collapse: separate; border-spacing: 0; margin: 2rem 0; }
        .month caption { text-align: left; font-size: 1.5rem; padding-bottom: 0.5rem; }
        .month caption .meta { margin-left: 0.5rem; }
        .month th { font-size: 0.78rem; font-weight: 400; color: var(--dim); text-align: left; padding: 0 0.5rem 0.4rem; }
        .month abbr { text-decoration: none; }
        .month td {
          height: 6.5rem; vertical-align: top; padding: 0.25rem; background: var(--card); border: 1px solid var(--line);
          border-width: 1px 0 0 1px;
        }
        .month td:last-child { border-right-width: 1px; }
        .month tr:last-child td { border-bottom-width: 1px; }
        .month td.other { background: none; }
        .date { margin: 0; font: 0.8rem system-ui, sans-serif; color: var(--dim); }
        .date .name { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
        .today .num { background: var(--mark); color: var(--card); border-radius: 1rem; padding: 0.1rem 0.45rem; font-weight: 600; }
        .entry {
          display: block; margin-top: 0.35rem; padding: 0.35rem 0.45rem; border-radius: 0.35rem; border: 1px dashed var(--mark);
          color: var(--ink); text-decoration: none; font-size: 0.82rem; line-height: 1.35; overflow-wrap: anywhere;
        }
        .entry.out { border-style: solid; background: var(--paper); }
        .entry b, .entry .at { display: block; font-family: system-ui, sans-serif; }
        .entry b { font-size: 0.78rem; }
        .entry .at { color: var(--mark); font-size: 0.76rem; font-variant-numeric: tabular-nums; }
        .entry:hover span:last-child, .entry:focus-visible span:last-child { text-decoration: underline; }
        form { margin: 0.6rem 0; }
        form label { display: block; margin: 0.5rem 0; font: 0.85rem system-ui, sans-serif; color: var(--dim); }
        form textarea, form input, form select {
          display: block; width: 100%; max-width: 40rem; font: inherit; color: var(--ink); background: var(--card);
          border: 1px solid var(--dim); border-radius: 0.3rem; padding: 0.3rem 0.5rem;
        }
        summary, button { font: 0.85rem system-ui, sans-serif; cursor: pointer; }
        .alarm { border-left: 0.4rem solid #c0392b; }
        @media (max-width: 44rem) {
          .month, .month caption, .month tbody, .month tr { display: block; }
          .month thead, .month td.other, .month td.empty { display: none; }
          .month td { display: block; height: auto; border-width: 1px 0 0 !important; background: none; padding: 0.6rem 0; }
          .date .name { position: static; width: auto; height: auto; clip-path: none; font-weight: 600; }
          .date .num { display: none; }
        }
        @media print { body { background: #fff; } .card { break-inside: avoid; } }
        """;
}
