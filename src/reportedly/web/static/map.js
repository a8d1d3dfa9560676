// The events on a map and on a timeline. What is drawn comes from /map.json; words from reports only ever become text.
import { axis, bins, days, iso, tally, inside } from "./days.js";

const box = document.getElementById("map");
const L = globalThis.L;
const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const say = (id, words) => { const at = document.getElementById(id); if (at) at.textContent = words; };
const number = (n) => n.toLocaleString("en");

const address = new URL(location.href);
const keep = (name, value) => {
  if (value) address.searchParams.set(name, value); else address.searchParams.delete(name);
  history.replaceState(null, "", address);
};

// ---- the map ------------------------------------------------------------------------------------------------------------------------
const LEAST = 7; // pixels: an area smaller than this on the screen is drawn as an open sign of this size, so that it is seen

const unpack = (ring) => {
  const points = [];
  let x = 0, y = 0;
  for (let n = 0; n < ring.length; n += 2) {
    x += ring[n];
    y += ring[n + 1];
    points.push([y / 100, x / 100]);
  }
  return points;
};

// Borders without the cut at ±180° and the bottom of Antarctica, which are no borders.
const borders = (ring) => {
  const lines = [[]];
  const edge = ([lat, lon]) => Math.abs(lon) >= 179.99 || lat <= -89.9;
  ring.forEach((point, n) => {
    if (n && edge(point) && edge(ring[n - 1])) lines.push([]);
    lines.at(-1).push(point);
  });
  return lines.filter((line) => line.length > 1);
};

class Atlas {
  constructor(element, land, drawn) {
    this.drawn = drawn;
    this.map = L.map(element, { preferCanvas: true, minZoom: 1, maxZoom: 11, worldCopyJump: false, attributionControl: false, zoomSnap: 0.5, maxBounds: [[-90, -220], [90, 220]] });
    this.ground = L.canvas({ padding: 0.3, pane: this.pane("ground", 300) });
    this.above = L.canvas({ padding: 0.3, pane: this.pane("marks", 420) });
    this.pane("names", 380).style.pointerEvents = "none";
    this.land = new Map();
    this.lines = [];
    this.tinted = new Set();
    for (const country of land.countries) {
      const polygons = country.polygons.map((rings) => rings.map(unpack));
      const shape = L.polygon(polygons, { renderer: this.ground, stroke: false, interactive: false, fillOpacity: 1 }).addTo(this.map);
      for (const ring of polygons.flat()) this.lines.push(...borders(ring));
      if (!this.land.has(country.code)) this.land.set(country.code, []);
      this.land.get(country.code).push(shape);
    }
    this.border = L.polyline(this.lines, { renderer: this.ground, interactive: false, weight: 0.7 }).addTo(this.map);
    this.names = L.layerGroup().addTo(this.map);
    this.marks = L.layerGroup().addTo(this.map);
    this.words = [...land.countries.map((each) => ({ name: each.name, at: [each.label[1], each.label[0]], from: 3, until: 7, size: 0 })), ...land.towns.map(([name, lat, lon, people]) => ({ name, at: [lat, lon], from: people > 3e6 ? 5 : people > 1e6 ? 6 : people > 4e5 ? 7 : 8, until: 99, size: people }))];
    this.map.on("zoomend", () => this.draw());
    this.map.on("moveend", () => { this.label(); const c = this.map.getCenter(); keep("at", `${c.lat.toFixed(3)},${c.lng.toFixed(3)},${this.map.getZoom()}`); });
    this.paint();
  }

  pane(name, order) {
    const made = this.map.createPane(name);
    made.style.zIndex = order;
    return name === "names" ? made : name;
  }

  // Colours of the theme. Canvas does not know of CSS.
  paint() {
    this.colours = { land: colour("--land"), told: colour("--land-told"), line: colour("--faint"), mark: colour("--link"), paper: colour("--paper") };
    this.tint(this.land.keys(), this.colours.land);
    this.border.setStyle({ color: this.colours.line, opacity: 0.55 });
    if (this.shown) this.draw();
  }

  tint(codes, fillColor) {
    for (const code of codes) for (const shape of this.land.get(code) ?? []) shape.setStyle({ fillColor });
  }

  show(events) {
    this.shown = new Map();
    for (const event of events) {
      for (const place of event.places) {
        if (!this.shown.has(place)) this.shown.set(place, []);
        this.shown.get(place).push(event);
      }
    }
    this.draw();
  }

  draw() {
    if (!this.shown) return;
    this.marks.clearLayers();
    this.tint(this.tinted, this.colours.land);
    this.tinted.clear();
    const areas = [...this.shown].map(([place, events]) => ({ place: this.drawn.places[place], events })).sort((a, b) => (b.place.km ?? 60) - (a.place.km ?? 60));
    for (const each of areas) this.mark(each.place, each.events).addTo(this.marks);
    this.label();
  }

  mark(place, events) {
    const at = [place.lat, place.lon];
    const size = 4 + 2.2 * Math.log2(events.length + 1);
    const base = { renderer: this.above, color: this.colours.mark, weight: 1.5, fillColor: this.colours.mark };
    let made;
    if (place.country) {
      this.tint([place.country], this.colours.told);
      this.tinted.add(place.country);
      made = L.circleMarker(at, { ...base, radius: size, weight: 1, dashArray: "1 3", fillOpacity: 0.08 });
    } else if (place.precision === 1) {
      made = L.circleMarker(at, { ...base, radius: size - 1.5, weight: 1, fillOpacity: 0.65, color: this.colours.paper });
    } else {
      const km = place.km ?? 60;
      const pixels = km * 1000 / (40075016.686 * Math.cos(place.lat * Math.PI / 180) / 2 ** (this.map.getZoom() + 8));
      const vague = place.precision >= 5 || place.km === null;
      const style = { ...base, dashArray: vague ? "2 5" : place.precision === 2 ? null : "6 4", fillOpacity: vague ? 0.05 : 0.14 };
      made = pixels < Math.max(LEAST, size) ? L.circleMarker(at, { ...style, radius: Math.max(LEAST, size) }) : L.circle(at, { ...style, radius: km * 1000 });
    }
    const words = () => this.popup(place, events);
    return made.bindTooltip(() => { const span = document.createElement("span"); span.dir = "auto"; span.textContent = `${place.name}: ${number(events.length)}`; return span; }, { direction: "top" }).bindPopup(words, { maxWidth: 320 });
  }

  popup(place, events) {
    const made = document.createElement("div");
    made.className = "at-place";
    const title = document.createElement("strong");
    title.dir = "auto";
    title.textContent = place.name;
    const how = document.createElement("p");
    how.textContent = place.words;
    const list = document.createElement("ul");
    for (const event of events.slice(0, 12)) {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = `/event/${encodeURIComponent(event.id)}`;
      link.textContent = [event.start === null ? "day not known" : event.end === event.start ? iso(event.start) : `${iso(event.start)} to ${event.end === null ? "…" : iso(event.end)}`, event.kind].join(" · ");
      const rest = document.createElement("span");
      rest.className = "faint";
      rest.textContent = ` ${event.killed === null ? "" : `killed ${number(event.killed)}, `}${number(event.origins)} ${event.origins === 1 ? "origin" : "origins"}${event.disputes ? ", disputed" : ""}`;
      item.append(link, rest);
      list.append(item);
    }
    const all = document.createElement("a");
    const to = new URL(box.dataset.list, location.href);
    to.searchParams.set("place", place.id);
    all.href = to.pathname + to.search;
    all.textContent = events.length > 12 ? `All ${number(events.length)} in the list` : "In the list";
    made.append(title, how, list, all);
    return made;
  }

  // Names of countries and larger towns that fit into what is seen, the larger first.
  label() {
    this.names.clearLayers();
    const zoom = this.map.getZoom(), view = this.map.getBounds(), taken = [];
    for (const word of this.words) {
      if (zoom < word.from || zoom > word.until || !view.contains(word.at)) continue;
      const { x, y } = this.map.latLngToContainerPoint(word.at);
      const box = [x - 4 * word.name.length, y - 9, x + 4 * word.name.length, y + 9];
      if (taken.some((other) => box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1])) continue;
      taken.push(box);
      const text = document.createElement("span");
      text.textContent = word.name;
      L.marker(word.at, { interactive: false, keyboard: false, pane: "names", icon: L.divIcon({ className: word.size ? "town" : "country", html: text, iconSize: null }) }).addTo(this.names);
      if (taken.length >= 60) break;
    }
  }

  fit() {
    const told = /^(-?[\d.]+),(-?[\d.]+),([\d.]+)$/.exec(address.searchParams.get("at") ?? "");
    if (told) { this.map.setView([Number(told[1]), Number(told[2])], Number(told[3]), { animate: false }); return; }
    const spots = this.drawn.places.map((each) => [each.lat, each.lon]);
    if (spots.length) this.map.fitBounds(L.latLngBounds(spots).pad(0.15), { maxZoom: 7, animate: false });
    else this.map.setView([20, 20], 2, { animate: false });
  }

  go(id, precision) {
    const place = this.drawn.places.find((each) => each.id === id && each.precision === precision);
    const events = place && this.shown.get(this.drawn.places.indexOf(place));
    if (!events) return;
    box.scrollIntoView({ block: "nearest" });
    this.map.setView([place.lat, place.lon], Math.max(this.map.getZoom(), place.precision >= 5 ? 5 : 7), { animate: false });
    this.map.openPopup(this.popup(place, events), [place.lat, place.lon], { maxWidth: 320 });
    box.querySelector(".leaflet-popup a")?.focus();
  }
}

// ---- the timeline -------------------------------------------------------------------------------------------------------------------
const SVG = "http://www.w3.org/2000/svg";
const svg = (name, told, words) => {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(told)) made.setAttribute(key, value);
  if (words !== undefined) made.textContent = words;
  return made;
};

class Timeline {
  constructor(element, events, changed) {
    this.element = element;
    this.changed = changed;
    this.dated = events.filter((event) => event.start !== null);
    this.brush = null;
    if (!this.dated.length) return;
    this.span = days(this.dated);
    this.from = document.getElementById("brush-from");
    this.to = document.getElementById("brush-to");
    document.getElementById("brush").hidden = false;
    for (const input of [this.from, this.to]) {
      input.min = iso(this.span[0]);
      input.max = iso(this.span[1]);
      input.addEventListener("change", () => this.typed());
    }
    document.getElementById("brush-off").addEventListener("click", () => this.set(null));
    new ResizeObserver(() => this.draw()).observe(element);
    element.addEventListener("pointerdown", (event) => this.drag(event));
  }

  draw() {
    const width = this.element.clientWidth, height = 120, foot = 22;
    if (!width) return;
    const { unit, edges, exact, loose } = bins(this.dated, this.span, Math.max(12, Math.floor(width / 9)));
    say("per", `events per ${unit}`);
    const most = Math.max(1, ...exact.map((n, at) => n + loose[at]));
    const x = (day) => (day - edges[0]) / (edges.at(-1) - edges[0]) * width;
    this.day = (at) => Math.round(edges[0] + Math.min(1, Math.max(0, at / width)) * (edges.at(-1) - edges[0]));
    const picture = svg("svg", { width, height, viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": `Events per ${unit} from ${iso(edges[0])} to ${iso(edges.at(-1) - 1)}, at most ${Math.round(most)}` });
    const scale = (n) => n / most * (height - foot - 14);
    exact.forEach((n, at) => {
      const left = x(edges[at]) + 0.5, wide = Math.max(1, x(edges[at + 1]) - x(edges[at]) - 1), words = `${iso(edges[at])}${edges[at + 1] - edges[at] > 1 ? ` to ${iso(edges[at + 1] - 1)}` : ""}: ${n} known, ${loose[at].toFixed(1)} spread`;
      const group = svg("g", {});
      group.append(svg("title", {}, words));
      const tall = scale(n), over = scale(loose[at]);
      if (n) group.append(svg("rect", { class: "exact", x: left, y: height - foot - tall, width: wide, height: tall }));
      if (loose[at]) group.append(svg("rect", { class: "loose", x: left, y: height - foot - tall - over, width: wide, height: over }));
      picture.append(group);
    });
    picture.append(svg("line", { class: "axis", x1: 0, x2: width, y1: height - foot, y2: height - foot }));
    for (const [day, words] of axis(edges, Math.floor(width / 80))) picture.append(svg("text", { x: Math.min(width - 30, Math.max(0, x(day))), y: height - 6 }, words));
    picture.append(svg("text", { class: "most", x: 2, y: 10 }, `${Math.round(most)}`));
    this.lit = svg("rect", { class: "brush", y: 0, height: height - foot, visibility: "hidden" });
    picture.append(this.lit);
    this.x = x;
    this.element.replaceChildren(picture);
    this.light();
  }

  light() {
    if (!this.lit) return;
    this.lit.setAttribute("visibility", this.brush ? "visible" : "hidden");
    if (!this.brush) return;
    const left = this.x(this.brush[0]);
    this.lit.setAttribute("x", left);
    this.lit.setAttribute("width", Math.max(2, this.x(this.brush[1] + 1) - left));
  }

  drag(down) {
    if (!this.day || down.button) return;
    const left = this.element.getBoundingClientRect().left, start = this.day(down.clientX - left);
    this.element.setPointerCapture(down.pointerId);
    const move = (event) => { const now = this.day(event.clientX - left); this.brush = [Math.min(start, now), Math.max(start, now)]; this.light(); };
    const up = (event) => {
      this.element.removeEventListener("pointermove", move);
      this.element.removeEventListener("pointerup", up);
      this.set(Math.abs(event.clientX - down.clientX) < 3 ? null : this.brush);
    };
    this.element.addEventListener("pointermove", move);
    this.element.addEventListener("pointerup", up);
    down.preventDefault();
  }

  typed() {
    const read = (input, usual) => (input.value ? Math.round(Date.parse(`${input.value}T00:00:00Z`) / 864e5) : usual);
    const from = read(this.from, this.span[0]), to = read(this.to, this.span[1]);
    this.set(from <= to ? [from, to] : [to, from]);
  }

  set(brush) {
    this.brush = brush;
    if (this.from) {
      this.from.value = brush ? iso(brush[0]) : "";
      this.to.value = brush ? iso(brush[1]) : "";
    }
    keep("brush", brush ? `${iso(brush[0])}/${iso(brush[1])}` : "");
    this.light();
    this.changed(brush);
  }
}

// ---- both together ------------------------------------------------------------------------------------------------------------------
const read = async (path) => {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
};

const named = (drawn) => {
  const places = drawn.places.map(([id, name, lat, lon, precision, km, country, words]) => ({ id, name, lat, lon, precision, km, country, words }));
  const events = drawn.events.map((row) => ({ ...Object.fromEntries(drawn.columns.map((name, n) => [name, row[n]])), kind: drawn.kinds[row[1]] }));
  return { places, events };
};

const start = async () => {
  let land, drawn;
  try {
    [land, drawn] = await Promise.all([read(box.dataset.land), read(box.dataset.source).then(named)]);
  } catch (error) {
    box.textContent = `The map cannot be drawn: ${error.message}. The list and the table below have all of it. Load the page again.`;
    return;
  }
  const atlas = new Atlas(box, land, drawn);
  atlas.fit();
  const show = (brush) => {
    const events = brush ? drawn.events.filter((event) => inside(event, brush)) : drawn.events;
    atlas.show(events);
    const told = tally(drawn.events, brush);
    say("on-map", number(told.placed));
    say("off-map", number(told.unplaced));
    say("brushed", brush ? `That is ${number(told.placed + told.unplaced)} from ${iso(brush[0])} to ${iso(brush[1])}; ${number(told.outside)} are of other days and ${number(told.undated)} have no day.` : "");
    box.dataset.drawn = String(told.placed);
    requestAnimationFrame(() => setTimeout(() => performance.mark("map painted")));
  };
  const timeline = new Timeline(document.getElementById("timeline"), drawn.events, show);
  const told = /^(\d{4}-\d\d-\d\d)\/(\d{4}-\d\d-\d\d)$/.exec(address.searchParams.get("brush") ?? "");
  if (told && timeline.from) {
    [timeline.from.value, timeline.to.value] = [told[1], told[2]];
    timeline.typed();
  } else show(null);
  document.getElementById("theme")?.addEventListener("click", () => atlas.paint());
  for (const button of document.querySelectorAll(".go")) {
    button.hidden = false;
    button.addEventListener("click", () => atlas.go(button.dataset.place, Number(button.dataset.precision)));
  }
};
if (box) start();
