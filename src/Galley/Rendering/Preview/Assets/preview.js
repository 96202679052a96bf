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
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.target.closest("input, summary")) return;
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
