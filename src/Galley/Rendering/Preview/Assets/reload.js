// Served pages load themselves again when the content changes.
"use strict";
const shown = document.querySelector("meta[name=galley-version]").content;
new EventSource("/_reload?shown=" + shown).addEventListener("message", () => location.reload());
