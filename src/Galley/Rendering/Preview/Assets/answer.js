// Gathers a client's answers as text to copy or to mail. The page makes no request.
"use strict";
(() => {
  const form = document.querySelector(".answers");
  if (!form) return;
  const byId = (id) => document.getElementById(id);
  const posts = [...document.querySelectorAll(".answer")];
  const [text, name, mail, copied] = [byId("answer-text"), byId("answered-by"), byId("mail-answer"), byId("copied")];
  // Mail programs cut a longer address.
  const longestAddress = 1900;

  const choiceOf = (post) => post.querySelector("input:checked")?.value;
  const line = (post) => "- " + post.dataset.title + " (" + post.dataset.code + ")";
  const wishOf = (post) => post.querySelector("textarea").value.trim().split("\n").map((one) => "  " + one).join("\n");
  const part = (title, lines) => (lines.length ? title + "\n" + lines.join("\n") + "\n\n" : "");

  const answer = () => {
    const [yes, no] = ["yes", "no"].map((choice) => posts.filter((post) => choiceOf(post) === choice));
    const open = posts.filter((post) => !choiceOf(post));
    return (
      "Posts for " + form.dataset.name + ": " + (yes.length + no.length) + " of " + posts.length + " decided\n" +
      (name.value.trim() ? "Answered by: " + name.value.trim() + "\n" : "") + "\n" +
      part("Approved", yes.map(line)) +
      part("Please change", no.map((post) => line(post) + "\n" + wishOf(post))) +
      part("Not decided yet", open.map(line)) +
      // A line for each: mail programs break long ones.
      part("For the agency", yes.map((post) => "\n/galley approve " + form.dataset.client + " " + post.dataset.code))
    ).trimEnd() + "\n";
  };

  const update = () => {
    for (const post of posts) post.querySelector(".wish").hidden = choiceOf(post) !== "no";
    const decided = posts.filter(choiceOf).length;
    form.querySelector(".count").textContent = decided + " of " + posts.length + (posts.length === 1 ? " post" : " posts") + " decided";
    text.value = answer();
    copied.textContent = "";
    const address = "mailto:" + encodeURIComponent(form.dataset.mail).replace("%40", "@") + "?subject=" + encodeURIComponent("Posts for " + form.dataset.name);
    const whole = address + "&body=" + encodeURIComponent(text.value.replaceAll("\n", "\r\n"));
    mail.href = whole.length <= longestAddress ? whole : address + "&body=" + encodeURIComponent("(Please choose “Copy my answer” on the page, and paste it here.)");
  };

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text.value);
    } catch {
      // Where the page may not use the clipboard, the browser's own command still does.
      text.closest("details").open = true;
      text.select();
      if (!document.execCommand("copy")) { copied.textContent = "Please copy the text below."; return; }
    }
    copied.textContent = "Copied.";
  };

  for (const one of [form, ...posts]) one.hidden = false;
  for (const one of document.querySelectorAll(".without-script")) one.hidden = true;
  document.addEventListener("input", update);
  byId("copy-answer").addEventListener("click", copy);
  update();
})();
