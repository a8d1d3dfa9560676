// While a correction is typed: how it would be taken, above all which place is meant by a name.
const input = document.getElementById("value-typed"), told = document.getElementById("taken");
const WAIT = 200; // milliseconds without a key
let asked = 0, waiting = 0;

const ask = async () => {
  const words = input.value.trim(), mine = ++asked;
  if (!words) { told.textContent = ""; return; }
  const answer = await fetch(`/taken?${new URLSearchParams({ field: told.dataset.field, value: words })}`).catch(() => null);
  const { taken, refused } = answer?.ok ? await answer.json() : {};
  if (mine !== asked) return; // more was typed meanwhile
  told.textContent = taken ? `Taken as: ${taken}` : refused ?? "";
  told.classList.toggle("refused", !taken);
};
input?.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(ask, WAIT); });
