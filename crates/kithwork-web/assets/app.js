// What the pages do better with a script. All of it works without.
"use strict";

const capture = document.getElementById("capture");
const words = document.getElementById("capture-text");

/** Opens the box for a note and puts the cursor into it. */
function note() {
  capture.open = true;
  words.focus();
}

capture?.addEventListener("toggle", () => {
  if (!capture.open) return;
  offer();
  words.focus();
});

// A note is first kept on this device, then sent under its own key: what is cut off on the way is sent
// again, and kept once. "Yesterday" in it means the day before it was written, not before it arrived.
const base = new Promise((done, failed) => {
  const open = indexedDB.open("kithwork", 1);
  open.onupgradeneeded = () => open.result.createObjectStore("notes", { keyPath: "key" });
  open.onsuccess = () => done(open.result);
  open.onerror = () => failed(open.error);
});
base.catch(() => {});

/** Does something to the notes that wait, and answers once it is safely written. */
async function waiting(mode, act) {
  const transaction = (await base).transaction("notes", mode);
  const asked = act(transaction.objectStore("notes"));
  return new Promise((done, failed) => {
    transaction.oncomplete = () => done(asked.result);
    transaction.onerror = transaction.onabort = () => failed(transaction.error);
  });
}

/** Sends what waits, oldest first; answers with the change that the last one made. */
let sending = null, isOut = false;
async function send() {
  let change = null;
  const notes = await waiting("readonly", (store) => store.getAll());
  notes.sort((a, b) => a.at - b.at);
  for (const note of notes.filter(({ refused }) => !refused)) {
    const { key, text, on, meeting } = note;
    const answer = await fetch("/api/v1/notes", {
      method: "POST",
      headers: { "content-type": "application/json", "idempotency-key": key },
      body: JSON.stringify({ text, on, meeting }),
    });
    // Whoever was unpaired keeps what waits until they are back.
    isOut = answer.status === 401;
    if (answer.status === 422) {
      // It can't be kept as it is. It stays here until its writer has seen it.
      await waiting("readwrite", (store) => store.put({ ...note, refused: true }));
      continue;
    }
    if (!answer.ok) throw new Error(`answered ${answer.status}`);
    const told = await answer.json();
    change = told.change + (told.again ? "&again" : "");
    await waiting("readwrite", (store) => store.delete(key));
  }
  return change;
}

/** One sending at a time; whoever comes meanwhile waits for it, and then sends what is new. */
const sendAll = () => (sending = (sending ?? Promise.resolve()).catch(() => {}).then(send));

/** Shows the notes that were refused, each to be put right or deleted. */
function mend(notes) {
  const box = document.getElementById("refused");
  if (!box) return;
  const row = ({ key, text }) => {
    const [item, said] = [document.createElement("li"), document.createElement("bdi")];
    said.textContent = text.length > 200 ? `${text.slice(0, 200)}…` : text;
    const gone = () => waiting("readwrite", (store) => store.delete(key)).then(tell);
    const act = (label, deed) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = label;
      button.addEventListener("click", deed);
      return button;
    };
    const edit = () => gone().then(() => { words.value = [words.value, text].filter(Boolean).join("\n"); note(); });
    item.append(said, act("Edit", edit), act("Delete", gone));
    return item;
  };
  box.querySelector("ul").replaceChildren(...notes.map(row));
  box.hidden = notes.length === 0;
  if (notes.length) capture.open = true;
}

/** Says how many wait on this device, and shows those that were refused. */
async function tell() {
  const all = await waiting("readonly", (store) => store.getAll());
  mend(all.filter(({ refused }) => refused));
  const count = all.filter(({ refused }) => !refused).length;
  for (const line of document.querySelectorAll(".waiting")) {
    line.hidden = count === 0;
    line.textContent = `${count} ${count === 1 ? "note waits" : "notes wait"} on this device.`;
    if (!isOut) continue;
    const way = document.createElement("a");
    way.href = "/sign-in";
    way.textContent = "Sign in again to send";
    line.append(" ", way);
  }
}

/** Shows what was kept, unless somebody is writing. */
const fields = () => [...document.querySelectorAll("form[data-note] textarea")];
function show(change) {
  if (change && !fields().some((field) => field.value)) location.assign(`${location.pathname}?done=${change}`);
}

// Which meetings there are is kept on this device, by name and hour, so that a note taken without a
// connection is of the one that goes on or ended in the last three hours.
const MEETINGS = "meetings";
const meetings = () => {
  try {
    return JSON.parse(localStorage.getItem(MEETINGS) ?? "[]").filter(({ until }) => until > Date.now());
  } catch {
    return [];
  }
};
for (const { dataset } of document.querySelectorAll("[data-meeting]")) {
  const { meeting, name } = dataset;
  const at = { meeting, name, from: Number(dataset.from), until: Number(dataset.until), begins: Number(dataset.begins ?? Infinity) };
  try {
    localStorage.setItem(MEETINGS, JSON.stringify([...meetings().filter((one) => one.meeting !== meeting), at]));
  } catch {
    // A device that keeps nothing chooses no meeting.
  }
}
const meant = () => meetings().filter(({ from }) => from <= Date.now()).sort((a, b) => b.from - a.from)[0];

/** Offers the meeting that is meant, in the box for a note: ticked once it has begun, where its time is known. */
function offer() {
  const at = meant(), line = document.getElementById("capture-at"), box = document.getElementById("capture-meeting");
  if (!box || "chosen" in box.dataset) return;
  line.hidden = box.disabled = !at;
  if (at && box.value !== at.meeting) {
    box.value = at.meeting;
    box.checked = (at.begins ?? Infinity) <= Date.now(); // What has no time is kept as null.
  }
  line.querySelector("b").textContent = at?.name ?? "";
}

// A likely name goes into the words at a tap, where the cursor is.
for (const tick of document.querySelectorAll("#capture [data-name]")) tick.addEventListener("change", () => {
  tick.checked = false;
  const [from, to] = [words.selectionStart, words.selectionEnd];
  const space = /\S$/.test(words.value.slice(0, from)) ? " " : "";
  words.setRangeText(`${space}${tick.dataset.name} `, from, to, "end");
  words.focus();
});

const today = () => {
  const now = new Date();
  return new Date(now - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
};

for (const form of document.querySelectorAll("form[data-note]")) form.addEventListener("submit", (event) => {
  const field = form.querySelector("textarea");
  const text = field.value.trim();
  if (!text || !window.indexedDB) return;
  event.preventDefault();
  event.stopPropagation();
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const meeting = new FormData(form).get("meeting") ?? undefined;
  const note = { key: crypto.randomUUID(), text, on: today(), zone, at: Date.now(), meeting };
  waiting("readwrite", (store) => store.add(note)).then(
    async () => {
      field.value = "";
      field.focus();
      try {
        show(await sendAll());
      } catch {
        // What could not be sent waits.
      }
      await tell();
    },
    // Nothing can be kept on this device: send it the plain way.
    () => form.submit(),
  );
});
if (words) {
  const retry = () => sendAll().then((change) => { show(change); return tell(); }, tell).catch(() => {});
  addEventListener("online", retry);
  retry();
}
navigator.serviceWorker?.register("/sw.js").catch(() => {});

// Sent once: the button rests while the page is under way. Back from the page's memory, it works again.
addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented) return;
  if (form.dataset.sent) event.preventDefault();
  else form.dataset.sent = "yes";
});
addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("[data-sent]")) delete form.dataset.sent;
});

// One box for all of it: the page "Go to" in a dialog, found anew with each letter.
async function palette() {
  if (document.querySelector("dialog.palette")) return;
  const box = document.createElement("dialog");
  box.className = "palette";
  box.setAttribute("aria-label", "Go to");
  const shows = async (answer) => {
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    return [page.querySelector("#go"), page.querySelector("#found")];
  };
  let [form, found] = await shows(await fetch("/go"));
  box.append(form, found);
  document.body.append(box);
  box.addEventListener("close", () => box.remove());
  box.addEventListener("click", (event) => { if (event.target === box) box.close(); });
  box.showModal();
  const input = form.querySelector("input");
  input.focus();
  let asked = 0;
  const find = async () => {
    const mine = ++asked;
    const [, next] = await shows(await fetch("/go", { method: "POST", body: new URLSearchParams({ q: input.value }) }));
    if (mine === asked) {
      found.replaceWith(next);
      found = next;
    }
  };
  input.addEventListener("input", find);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    event.stopPropagation();
    await find();
    found.querySelector("a, button")?.click();
  });
  box.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const all = [input, ...found.querySelectorAll("a, button")];
    all.at((all.indexOf(document.activeElement) + step) % all.length).focus();
  });
}

// Single keys can be switched off in this browser (WCAG 2.1.4).
const keys = document.getElementById("keys-switch");
if (keys) {
  const button = keys.querySelector("button");
  const tellKeys = () => {
    const on = localStorage.getItem("keys") !== "off";
    button.textContent = `Single keys are ${on ? "on" : "off"}`;
    button.setAttribute("aria-pressed", on);
  };
  button.addEventListener("click", () => {
    localStorage.setItem("keys", localStorage.getItem("keys") === "off" ? "on" : "off");
    tellKeys();
  });
  keys.hidden = false;
  tellKeys();
}

// Keys, unless somebody is writing or wants none.
const PLACES = { w: "/", p: "/people", g: "/groups", r: "/review", m: "/more" };
addEventListener("keydown", (event) => {
  if (event.key === "Escape" && capture?.open) {
    capture.open = false;
    capture.querySelector("summary").focus();
    return;
  }
  if ((event.ctrlKey || event.metaKey) && event.key === "k") {
    event.preventDefault();
    palette();
    return;
  }
  if ((event.ctrlKey || event.metaKey) && event.key === "Enter" && event.target.form) {
    event.target.form.requestSubmit();
    return;
  }
  const writes = event.target.closest?.("input, textarea, select, [contenteditable]");
  if (writes || event.ctrlKey || event.metaKey || event.altKey) return;
  if (localStorage.getItem("keys") === "off") return;
  if (event.key === "?") location.assign("/keys");
  else if (event.key === "n") {
    event.preventDefault();
    note();
  } else if (event.key === "/") {
    event.preventDefault();
    const find = document.getElementById("q");
    if (find) find.focus();
    else location.assign("/people#q");
  } else if (PLACES[event.key]) location.assign(PLACES[event.key]);
});

// While a code waits to be photographed, the page looks whether it was, and shows the new device.
const watched = document.querySelector("[data-watch]")?.dataset.watch;
if (watched) setInterval(async () => {
  const page = new DOMParser().parseFromString(await (await fetch(watched)).text(), "text/html");
  const paired = (of) => of.querySelectorAll("#paired > li").length;
  const writes = document.activeElement.matches("input, select");
  if (!writes && paired(page) > paired(document)) location.assign(watched);
}, 3000);

// What goes on by itself is asked again until it is over; then its page is shown.
async function goOn(under) {
  const answer = await fetch(location.href);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const now = page.querySelector("[data-goes-on]");
  if (!now) return location.reload();
  const [says, shown] = [now, under].map((one) => one.querySelector("[role=status]"));
  if (shown.textContent !== says.textContent) shown.textContent = says.textContent;
  under.querySelector("progress").value = now.querySelector("progress").value;
  setTimeout(goOn, 1000, under);
}
for (const under of document.querySelectorAll("[data-goes-on]")) setTimeout(goOn, 1000, under);

// A stopwatch, which writes its seconds into a field.
for (const watch of document.querySelectorAll("[data-stopwatch]")) {
  const [button, shown] = [watch.querySelector("button"), watch.querySelector("output")];
  const field = document.getElementById(watch.dataset.stopwatch);
  let began = 0;
  let tick = 0;
  const seconds = () => Math.round((performance.now() - began) / 1000);
  watch.hidden = false;
  button.addEventListener("click", () => {
    if (tick) {
      field.value = seconds();
      tick = clearInterval(tick) ?? 0;
    } else {
      began = performance.now();
      tick = setInterval(() => { shown.value = seconds(); }, 250);
    }
    button.textContent = tick ? "Stop" : "Start again";
  });
}

// The halves of a one-to-one: each counts down and says when it is over.
for (const watch of document.querySelectorAll("[data-countdown]")) {
  const [button, shown] = [watch.querySelector("button"), watch.querySelector("output")];
  let tick = 0;
  watch.hidden = false;
  button.addEventListener("click", () => {
    const ends = performance.now() + watch.dataset.countdown * 1000;
    clearInterval(tick);
    button.textContent = "Start again";
    tick = setInterval(() => {
      const left = Math.max(0, Math.round((ends - performance.now()) / 60000));
      const over = performance.now() >= ends;
      const says = over ? "Change over" : `${left || "less than one"} min left`;
      if (shown.value !== says) shown.value = says;
      if (over) {
        clearInterval(tick);
        navigator.vibrate?.(400);
      }
    }, 1000);
  });
}

// A message that was changed goes out as it stands now.
for (const letter of document.querySelectorAll(".letter")) {
  const text = letter.querySelector("[data-words]");
  for (const way of letter.querySelectorAll("[data-way]"))
    way.addEventListener("click", () => {
      way.href = way.href.replace(/((?:text|body)=)[^&]*$/, (_, name) => name + encodeURIComponent(text.value));
    });
}
