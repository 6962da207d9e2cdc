"use strict";
// One finding at a time; every key has a button that does the same.
const token = document.querySelector("meta[name=token]").content;
const items = [...document.querySelectorAll("article")];
const entries = new Map([...document.querySelectorAll("[data-entry]")].map((a) => [a.dataset.entry, a]));
const status = document.getElementById("status");
let at = 0;

const say = (words) => { status.textContent = words; };
const is_open = (item) => entries.get(item.dataset.finding).dataset.state === "open";

function show(number, focus = true) {
  if (!items.length) return;
  at = Math.min(Math.max(number, 0), items.length - 1);
  items.forEach((item, i) => { item.hidden = i !== at; });
  entries.forEach((entry) => entry.removeAttribute("aria-current"));
  const entry = entries.get(items[at].dataset.finding);
  entry.setAttribute("aria-current", "true");
  entry.scrollIntoView({ block: "nearest" });
  if (focus) items[at].focus();
}

function next_open() {
  const after = [...items.keys()].map((i) => (at + 1 + i) % items.length).find((i) => is_open(items[i]));
  if (after !== undefined) show(after);
}

async function send(path, body) {
  let answer;
  try {
    answer = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Token": token },
      body: JSON.stringify(body),
    });
  } catch {
    throw new Error("The review is not running any more; what was decided is kept. Start it again.");
  }
  const told = await answer.json();
  if (!answer.ok) throw new Error(told.error);
  return told;
}

function mark(finding, words, told) {
  const item = items.find((i) => i.dataset.finding === finding);
  item.querySelector(".decided").textContent = words;
  const entry = entries.get(finding);
  entry.dataset.state = words ? "decided" : "open";
  entry.querySelector(".mark").textContent = words ? "✓" : "·";
  entry.querySelector(".state").textContent = words ? "(decided)" : "(open)";
  document.getElementById("done").textContent = told.done;
  document.getElementById("progress").value = told.done;
  document.title = `Review: ${told.done} of ${told.total} decided`;
}

async function decide(item, option) {
  const finding = item.dataset.finding;
  const reason = item.querySelector("[name=reason]");
  try {
    const told = await send("/decide", {
      finding, option, reason: reason.value, recheck: item.querySelector("[name=recheck]").value,
    });
    item.querySelectorAll("[data-option]").forEach((b) => b.setAttribute("aria-pressed", String(b.dataset.option === option)));
    mark(finding, told.words, told);
    say(`${told.words}. ${told.total - told.done} left.`);
    next_open();
  } catch (error) {
    say(error.message);
    if (error.message.includes("why")) reason.focus();
  }
}

async function undo() {
  try {
    const told = await send("/undo", {});
    const item = items.findIndex((i) => i.dataset.finding === told.finding);
    items[item].querySelectorAll("[data-option]").forEach((b) => b.removeAttribute("aria-pressed"));
    mark(told.finding, told.words, told);
    show(item);
    say("Taken back.");
  } catch (error) { say(error.message); }
}

function lines(title, list) {
  const box = document.createElement("div");
  const head = document.createElement("h4");
  head.textContent = `${title}: ${list.length}`;
  const ul = document.createElement("ul");
  for (const words of list) ul.append(Object.assign(document.createElement("li"), { textContent: words }));
  box.append(head, ul);
  return box;
}

async function propose(item, proposal) {
  const box = item.querySelector(".effect");
  box.textContent = "Reading the articles with and without it …";
  const body = { finding: item.dataset.finding, proposal };
  try {
    const told = await send("/effect", body);
    box.replaceChildren();
    for (const [name, text] of Object.entries(told.files)) {
      box.append(Object.assign(document.createElement("h4"), { textContent: name }));
      box.append(Object.assign(document.createElement("pre"), { textContent: text }));
    }
    box.append(lines("Claims that come", told.claims_new), lines("Claims that go", told.claims_gone));
    box.append(lines("Findings that come", told.findings_new), lines("Findings that go", told.findings_gone));
    if (told.problems.length) box.append(lines("What is wrong with it", told.problems));
    const write = Object.assign(document.createElement("button"), { type: "button", textContent: "Write this rule" });
    write.disabled = told.problems.length > 0;
    write.addEventListener("click", async () => {
      try { say((await send("/adopt", body)).words); write.disabled = true; } catch (error) { say(error.message); }
    });
    box.append(write);
    write.focus();
  } catch (error) { box.textContent = error.message; }
}

function help() {
  const box = document.getElementById("help");
  box.hidden = !box.hidden;
  document.getElementById("help-button").setAttribute("aria-expanded", String(!box.hidden));
}

const toggle = (name) => { const box = items[at].querySelector(name); box.open = !box.open; box.querySelector("summary").focus(); };
const keys = {
  j: () => show(at + 1), k: () => show(at - 1), n: next_open, u: undo, "?": help,
  r: () => items[at].querySelector("[name=reason]").focus(),
  t: () => toggle(".trail"), w: () => toggle(".rules"),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.matches("input")) {
    if (event.key === "Escape") items[at].focus();
    return;
  }
  const item = items[at];
  const button = /^[1-9]$/.test(event.key) && item && item.querySelectorAll("[data-option]")[event.key - 1];
  if (button) { event.preventDefault(); decide(item, button.dataset.option); }
  else if (item && keys[event.key]) { event.preventDefault(); keys[event.key](); }
});
document.addEventListener("click", (event) => {
  const button = event.target.closest("button, [data-entry]");
  if (!button) return;
  const item = button.closest("article");
  if (button.dataset.entry) { event.preventDefault(); show(items.findIndex((i) => i.dataset.finding === button.dataset.entry)); }
  else if (button.dataset.option) decide(item, button.dataset.option);
  else if (button.dataset.proposal) propose(item, button.dataset.proposal);
});
document.getElementById("undo").addEventListener("click", undo);
document.getElementById("help-button").addEventListener("click", help);
const first = items.findIndex(is_open);
show(first < 0 ? 0 : first, false);
