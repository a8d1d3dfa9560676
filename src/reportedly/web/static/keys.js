// Review by keyboard. Every key stands on its button; "?" lists them, and there each can be changed or all switched off.
const read = (name) => { try { return JSON.parse(localStorage.getItem(name)); } catch { return null; } };
const write = (name, value) => { try { localStorage.setItem(name, JSON.stringify(value)); } catch { /* kept for this page only */ } };
const NAMES = { ArrowLeft: "←", ArrowRight: "→", ArrowUp: "↑", ArrowDown: "↓", " ": "space", Backspace: "⌫" };

const off = () => read("keys-off") === true;
const changed = () => read("keys") ?? {};
const keyOf = (name) => changed()[name] ?? name;

const steps = [
  { name: "j", words: "Next value", act: () => move(1) },
  { name: "k", words: "Previous value", act: () => move(-1) },
  { name: "e", words: "Correct the value", act: () => choose() },
  { name: " ", words: "Skip to the next that waits", act: () => document.querySelector('#decide a[rel="next"]')?.click() },
  { name: "u", words: "Undo the last decision on this event", act: () => undo("undo") },
  { name: "r", words: "Redo: undo the last undoing", act: () => undo("redo") },
];
const PAGES = { e: "/", m: "/map", t: "/map#timeline", l: "/lineage", r: "/reports" };
const GOES = { e: "events", m: "map", t: "timeline", c: "claims", l: "lineage", r: "reading", w: "who says what", d: "decide" };
const go = (letter) => {
  const link = document.querySelector(`[data-go="${letter}"]`); // what a page has of its own, else the page of that name
  if (link) link.click();
  else if (PAGES[letter]) location.assign(PAGES[letter]);
};

const entries = () => [...document.querySelectorAll("a.entry[data-claim]")];
const current = () => document.activeElement?.closest?.("a.entry[data-claim]") ?? null;
const move = (step) => {
  const all = entries();
  if (!all.length) return;
  const at = all.indexOf(current());
  all[at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + step))].focus();
};
const choose = () => {
  const entry = current();
  if (entry) entry.nextElementSibling.click();
  else document.querySelector('#value input[name="value"]')?.focus();
};
const undo = (what) => document.querySelector(`.history li button[data-undo="${what}"]`)?.click();

// Decide on the value that has the focus without choosing it first.
const decideOn = (entry, act) => {
  const form = document.createElement("form");
  form.method = "post";
  form.action = document.getElementById("decision").action;
  const seen = document.querySelector('#decision input[name="seen"]').value;
  for (const [name, value] of Object.entries({ act, seen, claims: entry.dataset.claim, field: entry.dataset.field })) {
    const input = document.createElement("input");
    input.type = "hidden";
    input.name = name;
    input.value = value;
    form.append(input);
  }
  document.body.append(form);
  form.submit();
};

// A button that needs something sends you there instead of asking for nothing.
const lacking = (button) => {
  const needed = button.dataset.needs;
  if (!needed) return null;
  const inputs = [...button.form.querySelectorAll(`[name="${needed}"]`)];
  const filled = inputs.some((input) => (input.type === "checkbox" ? input.checked : input.value.trim()));
  return filled ? null : inputs[0] ?? null;
};
document.addEventListener("click", (event) => {
  const button = event.target.closest?.("button[data-needs]");
  const missing = button && lacking(button);
  if (missing) { event.preventDefault(); missing.focus(); }
});

const press = (name) => {
  const entry = current();
  if (entry && name === "a") return decideOn(entry, "accept");
  if (entry && name === "x") return decideOn(entry, "reject");
  const step = steps.find((each) => each.name === name);
  if (step) return step.act();
  document.querySelector(`[data-key="${CSS.escape(name)}"]`)?.click();
};

let going = false;
document.addEventListener("keydown", (event) => {
  if (off()) return;
  const deciding = document.getElementById("decide") !== null;
  const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName) && event.target.type !== "checkbox";
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z" && deciding && !typing) {
    undo(event.shiftKey ? "redo" : "undo");
    event.preventDefault();
    return;
  }
  if (typing || event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
  if (going && event.key in GOES) { go(event.key); going = false; event.preventDefault(); return; }
  going = event.key === "g";
  if (going) return;
  if (event.key === "?") { opener?.click(); event.preventDefault(); return; }
  if (!deciding) return;
  if (event.key === "Backspace") { undo("undo"); event.preventDefault(); return; }
  if (/^[1-9]$/.test(event.key)) {
    const row = current()?.closest("tr") ?? document.querySelector(".matrix tbody tr");
    row?.querySelectorAll("a.entry")[Number(event.key) - 1]?.focus();
    return;
  }
  if ((event.key === "Enter" || event.key === " ") && /^(A|BUTTON|SUMMARY|INPUT)$/i.test(event.target.tagName)) return;
  const known = [...steps.map((each) => each.name), ...[...document.querySelectorAll("[data-key]")].map((each) => each.dataset.key), "a", "x"];
  const name = known.find((each) => keyOf(each) === event.key);
  if (name) { press(name); event.preventDefault(); }
});

const label = (key) => NAMES[key] ?? key;
const show = () => {
  for (const old of document.querySelectorAll("kbd.key")) old.remove();
  if (off()) return;
  for (const each of document.querySelectorAll("[data-key]")) {
    const sign = document.createElement("kbd");
    sign.className = "key";
    sign.textContent = label(keyOf(each.dataset.key));
    each.append(" ", sign);
  }
};

const row = (name, words, list) => {
  const item = document.createElement("label");
  const input = document.createElement("input");
  input.value = keyOf(name);
  input.size = 8;
  input.addEventListener("keydown", (event) => {
    if (event.key === "Tab" || event.key === "Escape" || event.key === "Shift") return;
    event.preventDefault();
    input.value = event.key;
    write("keys", { ...changed(), [name]: event.key });
    show();
  });
  item.append(input, " ", words);
  list.append(item);
};

const opener = document.getElementById("keys-open");
if (opener) {
  opener.hidden = false;
  opener.addEventListener("click", () => {
    document.querySelector("dialog.keys")?.remove();
    const dialog = document.createElement("dialog");
    dialog.className = "keys";
    dialog.setAttribute("aria-label", "Keys");
    const title = document.createElement("h2");
    title.textContent = "Keys";
    const hint = document.createElement("p");
    hint.className = "hint";
    hint.textContent = "Go into a box and press the key that you want. 1–9 choose a value of a row; Ctrl+Z undoes. g and then " + Object.entries(GOES).map(([key, words]) => `${key}: ${words}`).join(", ") + ".";
    const list = document.createElement("div");
    list.className = "list-of-keys";
    for (const step of steps) row(step.name, step.words, list);
    row("a", "Accept the value", list);
    row("x", "Reject the value", list);
    const seen = new Set(["a", "x", "e", ...steps.map((step) => step.name)]);
    for (const each of document.querySelectorAll("[data-key]")) {
      if (seen.has(each.dataset.key)) continue;
      seen.add(each.dataset.key);
      row(each.dataset.key, each.firstChild.textContent.trim(), list);
    }
    const usual = document.createElement("button");
    usual.type = "button";
    usual.className = "quiet";
    usual.textContent = "As they were";
    usual.addEventListener("click", () => { write("keys", {}); show(); dialog.close(); });
    const switched = document.createElement("label");
    const box = document.createElement("input");
    box.type = "checkbox";
    box.checked = off();
    box.addEventListener("change", () => { write("keys-off", box.checked); show(); });
    switched.append(box, " Switch all keys off");
    const done = document.createElement("button");
    done.type = "button";
    done.textContent = "Done";
    done.addEventListener("click", () => dialog.close());
    dialog.append(title, hint, list, switched, usual, " ", done);
    document.body.append(dialog);
    dialog.showModal();
  });
}
show();
