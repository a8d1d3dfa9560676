// A report for reading: who says what a mark rests on, beside it; claims that light up with their words.
const text = document.querySelector(".text");
const MOST = 6;
const LINGERS = 250; // milliseconds in which the pointer can go from a mark to what is shown of it

const marks = new Map();
for (const mark of text.querySelectorAll("[data-claims]")) {
  for (const number of mark.dataset.claims.split(" ")) marks.set(number, [...(marks.get(number) ?? []), mark]);
}
const card = (number) => document.getElementById(`card-${number}`);
const light = (numbers, on) => {
  for (const number of numbers) {
    card(number).classList.toggle("lit", on);
    for (const mark of marks.get(number) ?? []) mark.classList.toggle("lit", on);
  }
};
const numbersOf = (mark) => mark.dataset.claims.split(" ");

const shown = document.createElement("div");
shown.className = "voiced";
shown.hidden = true;
document.body.append(shown);
let about = null; // the mark that it speaks of
let leaving = 0;

const entry = (number) => {
  const made = document.createElement("section");
  const title = document.createElement("p");
  title.className = "title";
  title.textContent = card(number).querySelector("h2").textContent.trim();
  const voices = document.getElementById(`voices-${number}`).cloneNode(true);
  voices.removeAttribute("id");
  made.append(title, voices);
  return made;
};

const place = (mark, y) => {
  const lines = [...mark.getClientRects()];
  const first = lines[0];
  const last = lines.at(-1);
  const at = lines.find((each) => y !== null && each.top <= y && y <= each.bottom) ?? first;
  const { offsetWidth: width, offsetHeight: height } = shown;
  const fits = last.bottom + 2 + height <= innerHeight;
  const above = !fits && first.top - 2 - height >= 0;
  const beside = fits ? last : above ? first : at;
  const room = document.documentElement.clientWidth - width - 8;
  shown.style.left = `${scrollX + Math.max(8, Math.min(beside.left, room))}px`;
  shown.style.top = `${scrollY + (above ? first.top - 2 - height : beside.bottom + 2)}px`;
};

const show = (mark, y) => {
  clearTimeout(leaving);
  if (about === mark) return;
  hide();
  about = mark;
  const numbers = numbersOf(mark);
  light(numbers, true);
  shown.replaceChildren(...numbers.slice(0, MOST).map(entry));
  if (numbers.length > MOST) shown.append(`and ${numbers.length - MOST} more claims`);
  shown.hidden = false;
  place(mark, y);
};
const hide = () => {
  clearTimeout(leaving);
  if (about === null) return;
  light(numbersOf(about), false);
  about = null;
  shown.hidden = true;
};
const leave = () => {
  clearTimeout(leaving);
  leaving = setTimeout(() => {
    const focused = document.activeElement?.closest?.(".text [data-claims]");
    if (focused?.matches(":focus-visible") && focused === about) return;
    hide();
  }, LINGERS);
};

const markOf = (node) => node?.closest?.("[data-claims]") ?? null;
text.addEventListener("mouseover", (event) => {
  const mark = markOf(event.target);
  if (mark === null) leave();
  else if (markOf(event.relatedTarget) !== mark) show(mark, event.clientY);
});
text.addEventListener("mouseleave", leave);
text.addEventListener("focusin", (event) => {
  const mark = markOf(event.target);
  if (mark?.matches(":focus-visible")) show(mark, null);
});
text.addEventListener("focusout", hide);
shown.addEventListener("mouseenter", () => clearTimeout(leaving));
shown.addEventListener("mouseleave", leave);
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && about !== null) hide();
});
text.addEventListener("click", (event) => { if (markOf(event.target)) hide(); });

for (const each of document.querySelectorAll(".card[data-claim]")) {
  for (const [name, on] of [["mouseenter", true], ["mouseleave", false], ["focusin", true], ["focusout", false]]) {
    each.addEventListener(name, () => light([each.dataset.claim], on));
  }
}
