// What the pages do better with a script. All of it works without.
"use strict";

const capture = document.getElementById("capture");
const words = document.getElementById("capture-text");

/** Opens the box for a note and puts the cursor into it. */
function note() {
  capture.open = true;
  words.focus();
}

capture?.addEventListener("toggle", () => { if (capture.open) words.focus(); });

// Sent once: the button rests while the page is under way. Back from the page's memory, it works again.
addEventListener("submit", (event) => {
  const form = event.target;
  if (form.dataset.sent) event.preventDefault();
  else form.dataset.sent = "yes";
});
addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("[data-sent]")) delete form.dataset.sent;
});

// Keys, unless somebody is writing or wants none.
const PLACES = { w: "/", p: "/people", g: "/groups", r: "/review", m: "/more" };
addEventListener("keydown", (event) => {
  if (event.key === "Escape" && capture?.open) {
    capture.open = false;
    capture.querySelector("summary").focus();
    return;
  }
  if ((event.ctrlKey || event.metaKey) && event.key === "Enter" && event.target.form) {
    event.target.form.requestSubmit();
    return;
  }
  const writes = event.target.closest?.("input, textarea, select, [contenteditable]");
  if (writes || event.ctrlKey || event.metaKey || event.altKey) return;
  if (localStorage.getItem("keys") === "off") return;
  if (event.key === "n") {
    event.preventDefault();
    note();
  } else if (event.key === "/") {
    event.preventDefault();
    const find = document.getElementById("q");
    if (find) find.focus();
    else location.assign("/people#q");
  } else if (PLACES[event.key]) location.assign(PLACES[event.key]);
});

// A message that was changed goes out as it stands now.
for (const letter of document.querySelectorAll(".letter")) {
  const text = letter.querySelector("[data-words]");
  for (const way of letter.querySelectorAll("[data-way]"))
    way.addEventListener("click", () => {
      way.href = way.href.replace(/((?:text|body)=)[^&]*$/, (_, name) => name + encodeURIComponent(text.value));
    });
}
