// Adds to pages that work without it.
"use strict";
(() => {
  const remembered = (name, value) => {
    try {
      if (value === undefined) return sessionStorage.getItem(name);
      sessionStorage.setItem(name, value);
    } catch { /* A page on a disk may not be allowed to remember. */ }
    return null;
  };

  for (const input of document.querySelectorAll("input[name=device]")) {
    const was = remembered(input.id);
    if (was !== null) input.checked = was === "true";
    input.addEventListener("change", () => {
      for (const one of document.querySelectorAll("input[name=device]")) remembered(one.id, String(one.checked));
    });
  }

  // Left and right turn the months, as long as nobody is choosing something.
  document.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.target.closest("input, select, summary")) return;
    const turn = { ArrowLeft: "prev", ArrowRight: "next" }[event.key];
    const link = turn && document.querySelector("a[rel=" + turn + "]");
    if (link) link.click();
  });

  // A link to a month that is closed opens it.
  const reveal = () => {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.tagName === "DETAILS") target.open = true;
  };
  addEventListener("hashchange", reveal);
  reveal();

  const tools = document.querySelector(".tools");
  if (tools) {
    tools.hidden = false;
    const fields = [...tools.querySelectorAll("input, select")];
    for (const field of fields) {
      const was = remembered("find-" + field.id);
      if (was !== null) field.value = was;
      if (field.value !== (was ?? "")) field.value = "";
    }
    const valueOf = (id) => fields.find((field) => field.id === id)?.value.trim().toLowerCase() ?? "";
    const entries = [...document.querySelectorAll(".entry")];
    const words = new Map(entries.map((entry) => [entry, entry.textContent.toLowerCase()]));
    const days = [...document.querySelectorAll(".days[data-most] > .day:not(.other)")];
    const table = document.querySelector(".list tbody");
    const more = table && document.createElement("button");
    let rows = 100;
    const most = Number(document.querySelector(".days[data-most]")?.dataset.most);

    const number = (count) => count.toLocaleString("en");

    const filter = () => {
      const [find, client, label] = ["q", "client", "label"].map(valueOf);
      const off = new Set([...document.querySelectorAll(".filter input:not(:checked)")].map((box) => box.id.slice(2)));
      const one = document.querySelector(".clients input:checked")?.id.slice(2);
      const who = client || (one === "all" ? "" : one) || "";
      const isFiltered = Boolean(find || who || label || off.size);
      const hits = new Set(entries.filter((entry) =>
        (!find || words.get(entry).includes(find)) && (!who || entry.dataset.c === who)
        && (!label || (entry.dataset.l ?? "").includes("|" + label + "|")) && !off.has(entry.dataset.s)));
      for (const entry of entries) entry.classList.toggle("miss", !hits.has(entry));
      for (const day of days) {
        const mine = [...day.querySelectorAll(".entry")].filter((entry) => hits.has(entry));
        mine.forEach((entry, index) => entry.classList.toggle("over", index >= most));
        const rest = day.querySelector(".rest");
        // Posts that are on the day's own page alone: nobody knows here whether a filter would find them.
        const outside = Number(rest?.dataset.outside ?? 0);
        day.classList.toggle("empty", mine.length === 0 && outside === 0);
        if (!rest) continue;
        const left = Math.max(0, mine.length - most) + (isFiltered ? 0 : outside);
        const parts = [left && "+" + number(left) + " more", isFiltered && outside && number(outside) + " not searched"];
        rest.hidden = left === 0 && outside === 0;
        rest.querySelector("a > span").textContent = parts.filter(Boolean).join(", ");
      }
      if (table) {
        const mine = [...table.rows].filter((row) => hits.has(row));
        mine.forEach((row, index) => row.classList.toggle("over", index >= rows));
        more.hidden = mine.length <= rows;
        more.textContent = "Show " + Math.min(100, mine.length - rows) + " more of " + number(mine.length);
      }
      tools.querySelector(".found").textContent = isFiltered ? number(hits.size) + " of " + number(entries.length) + " posts" : "";
    };
    if (table) {
      more.type = "button";
      more.className = "show-more";
      table.parentElement.after(more);
      more.addEventListener("click", () => {
        rows += 100;
        filter();
      });
      table.addEventListener("sorted", filter);
    }
    for (const field of fields) {
      field.addEventListener("input", () => {
        remembered("find-" + field.id, field.value);
        filter();
      });
    }
    for (const box of document.querySelectorAll(".controls input")) box.addEventListener("change", filter);
    filter();
  }

  // The list's columns sort its rows.
  for (const head of document.querySelectorAll(".list th")) {
    const sort = document.createElement("button");
    sort.type = "button";
    sort.textContent = head.textContent;
    head.replaceChildren(sort);
    sort.addEventListener("click", () => {
      const isUp = head.getAttribute("aria-sort") !== "ascending";
      for (const other of head.parentElement.children) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", isUp ? "ascending" : "descending");
      const keyOf = (row) => row.cells[head.cellIndex].dataset.k ?? row.cells[head.cellIndex].textContent;
      const body = head.closest("table").tBodies[0];
      const rows = [...body.rows].sort((one, other) => keyOf(one).localeCompare(keyOf(other)) * (isUp ? 1 : -1));
      body.append(...rows);
      body.dispatchEvent(new Event("sorted"));
    });
  }

  // A new time as the line to put into the file.
  for (const menu of document.querySelectorAll(".menu")) {
    const [time, line, copy] = ["input", "code", "button"].map((name) => menu.querySelector(name));
    copy.hidden = false;
    time.addEventListener("input", () => {
      if (time.value) line.textContent = "scheduled_at: " + time.value.replace("T", " ");
    });
    copy.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(line.textContent);
        copy.textContent = "Copied";
      } catch {
        getSelection().selectAllChildren(line);
        copy.textContent = "Selected: copy it with your keyboard";
      }
    });
  }

  const list = document.querySelector(".client-list");
  if (list && list.children.length > 12) {
    const find = document.createElement("input");
    find.type = "search";
    find.placeholder = "Find a client";
    find.setAttribute("aria-label", "Find a client");
    find.className = "find";
    find.addEventListener("input", () => {
      const words = find.value.trim().toLowerCase();
      for (const item of list.children) item.hidden = !item.textContent.toLowerCase().includes(words);
    });
    list.before(find);
  }
})();
