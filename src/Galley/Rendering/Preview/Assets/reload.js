// Served pages load themselves again when the content changes.
"use strict";
new EventSource("/_reload").addEventListener("message", () => location.reload());
