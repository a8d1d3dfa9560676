// Days as numbers since 1970-01-01, and events counted in bars of equal calendar units. No page in here, so that it can be tested alone.
const DAY = 864e5;
export const iso = (day) => {
  const made = new Date(day * DAY);
  return `${String(made.getUTCFullYear()).padStart(4, "0")}-${String(made.getUTCMonth() + 1).padStart(2, "0")}-${String(made.getUTCDate()).padStart(2, "0")}`;
};
const date = (day) => new Date(day * DAY);
const number = (year, month, dayOfMonth = 1) => { const made = new Date(0); made.setUTCFullYear(year, month, dayOfMonth); return Math.round(made.getTime() / DAY); };

// The first and the last possible day of all events. One that goes on ends with the last day that is told of any.
export const days = (events) => {
  let first = Infinity, last = -Infinity;
  for (const { start, end } of events) {
    first = Math.min(first, start);
    last = Math.max(last, start, end ?? start);
  }
  return [first, last];
};

const UNITS = [
  ["day", 1, (day) => day, (day) => day + 1],
  ["week", 7, (day) => day - ((date(day).getUTCDay() + 6) % 7), (day) => day + 7],
  ["month", 30, (day) => number(date(day).getUTCFullYear(), date(day).getUTCMonth()), (day) => number(date(day).getUTCFullYear(), date(day).getUTCMonth() + 1)],
  ["year", 365, (day) => number(date(day).getUTCFullYear(), 0), (day) => number(date(day).getUTCFullYear() + 1, 0)],
  ["ten years", 3650, (day) => number(Math.floor(date(day).getUTCFullYear() / 10) * 10, 0), (day) => number(Math.floor(date(day).getUTCFullYear() / 10) * 10 + 10, 0)],
];

// Bars of the smallest unit of which at most `most` span all days. An event whose days lie in one bar counts there; one that may have been
// in several is spread over them by its days, so that the bars together are as many events as there are.
export const bins = (events, [first, last], most) => {
  const [unit, , floor, next] = UNITS.find(([, long]) => (last - first + 1) / long <= most) ?? UNITS.at(-1);
  const edges = [floor(first)];
  while (edges.at(-1) <= last) edges.push(next(edges.at(-1)));
  const exact = new Array(edges.length - 1).fill(0), loose = exact.slice();
  const bar = (day) => {
    let low = 0, high = exact.length - 1;
    while (low < high) { const middle = (low + high + 1) >> 1; if (edges[middle] <= day) low = middle; else high = middle - 1; }
    return low;
  };
  for (const event of events) {
    const start = event.start, end = Math.max(start, event.end ?? last), a = bar(start), b = bar(end);
    if (a === b) { exact[a] += 1; continue; }
    for (let n = a; n <= b; n += 1) loose[n] += (Math.min(end + 1, edges[n + 1]) - Math.max(start, edges[n])) / (end - start + 1);
  }
  return { unit, edges, exact, loose };
};

// Days to write under the bars: at most `most` of them, evenly, each in as few letters as tell it.
export const axis = (edges, most) => {
  const step = Math.max(1, Math.ceil((edges.length - 1) / Math.max(1, most)));
  const wide = edges[1] - edges[0];
  return edges.slice(0, -1).filter((_, n) => n % step === 0).map((day) => [day, iso(day).slice(0, wide > 300 ? 4 : wide > 27 ? 7 : 10)]);
};

// Whether an event may have been in a stretch of days, both ends inclusive.
export const inside = ({ start, end }, [from, to]) => start !== null && start <= to && (end === null || end >= from);

// Every event once: on the map, without a place, of other days, or without a day. Without a stretch of days the last two are empty.
export const tally = (events, brush) => {
  const told = { placed: 0, unplaced: 0, outside: 0, undated: 0 };
  for (const event of events) {
    if (brush && event.start === null) told.undated += 1;
    else if (brush && !inside(event, brush)) told.outside += 1;
    else if (event.places.length) told.placed += 1;
    else told.unplaced += 1;
  }
  return told;
};
