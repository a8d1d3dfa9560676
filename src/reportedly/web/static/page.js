// The theme button, and keys in lists.
const root = document.documentElement;
const themes = document.getElementById("theme");
const dark = () => (root.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";

const stored = () => {
  try { return localStorage.getItem("theme"); } catch { return null; }
};
const keep = (theme) => {
  try { localStorage.setItem("theme", theme); } catch { /* a browser that keeps nothing still shows the theme */ }
};

const known = stored();
if (known === "dark" || known === "light") root.dataset.theme = known;
if (themes) {
  const tell = () => { themes.textContent = dark() ? "Light" : "Dark"; themes.setAttribute("aria-label", dark() ? "Light theme" : "Dark theme"); };
  themes.hidden = false;
  tell();
  themes.addEventListener("click", () => {
    root.dataset.theme = dark() ? "light" : "dark";
    keep(root.dataset.theme);
    tell();
  });
}

const rows = [...document.querySelectorAll("#events tbody tr")];
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
  if (event.key === "/" && document.querySelector('[name="words"]')) {
    document.querySelector('[name="words"]').focus();
    event.preventDefault();
  }
  const step = { j: 1, k: -1 }[event.key];
  if (step && rows.length) {
    const at = rows.findIndex((row) => row.contains(document.activeElement));
    rows[Math.min(rows.length - 1, Math.max(0, at + step))].querySelector("a").focus();
    event.preventDefault();
  }
});

// On a narrow screen the filters are folded until they are wanted; what is set stays in sight.
const narrow = matchMedia("(max-width: 36rem)");
const fold = () => {
  for (const box of document.querySelectorAll(".filter-box")) box.open = !narrow.matches || "set" in box.dataset;
};
narrow.addEventListener("change", fold);
fold();
