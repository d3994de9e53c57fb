// One common axis for several figures, and the marks that stand on it.
const finite = (value) => typeof value === "number" && Number.isFinite(value);
const COMPACT = new Intl.NumberFormat("en", { notation: "compact", maximumSignificantDigits: 4 });
const PLAIN = new Intl.NumberFormat("en", { maximumSignificantDigits: 15 });
const FIRST_DAY_OF_1970 = 719163;

function dayText(ordinal) {
  const day = new Date((Math.round(ordinal) - FIRST_DAY_OF_1970) * 86400000);
  return Number.isNaN(day.getTime()) ? String(ordinal) : day.toISOString().slice(0, 10).replace(/^\+0*/, "");
}

function makeScale(values, { date = false, room = 5 } = {}) {
  const known = values.filter(finite);
  if (!known.length) return null;
  let low = Math.min(...known), high = Math.max(...known);
  const log = !date && low > 0 && high / low >= 10;
  if (low === high) {
    const pad = date ? 30 : Math.abs(low) * 0.1 || 1;
    low -= pad; high += pad;
  }
  const bend = log ? Math.log10 : (value) => value;
  const [start, end] = [bend(low), bend(high)];
  const margin = 6;
  const at = (value) => margin + ((bend(value) - start) / (end - start)) * (100 - 2 * margin);
  const ticks = log ? logTicks(low, high) : linearTicks(low, high, room, date);
  const label = date ? (value) => (high - low > 1500 ? dayText(value).slice(0, 4) : dayText(value)) : labels(ticks);
  return { at: (value) => Math.max(0, Math.min(100, at(value))), ticks, label, log };
}

function labels(ticks) {
  const short = ticks.map((tick) => COMPACT.format(tick));
  const clash = new Set(short).size < short.length;
  return (value) => (clash ? PLAIN.format(Number(value.toPrecision(12))) : COMPACT.format(value));
}

function linearTicks(low, high, count, date) {
  const rough = (high - low) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  let step = [1, 2, 5, 10].map((factor) => factor * power).find((each) => each >= rough);
  if (date) step = Math.max(1, Math.round(step));
  const ticks = [];
  for (let tick = Math.ceil(low / step) * step; tick <= high + step * 1e-9; tick += step) ticks.push(tick);
  return ticks;
}

function logTicks(low, high) {
  const decades = Math.log10(high / low);
  const factors = decades > 3 ? [1] : decades > 1.5 ? [1, 3] : [1, 2, 5];
  const stride = Math.max(1, Math.ceil(decades / 5));
  const ticks = [];
  for (let power = Math.floor(Math.log10(low)); power <= Math.ceil(Math.log10(high)); power += stride) {
    for (const factor of factors) {
      const tick = factor * 10 ** power;
      if (tick >= low * 0.999 && tick <= high * 1.001) ticks.push(tick);
    }
  }
  return ticks;
}

const percent = (value) => `${value.toFixed(3)}%`;
const STANCES = { asserts: "circle", reports: "diamond", disputes: "square", denies: "cross" };

function marker(x, y, stance) {
  const place = shape("svg", { x: percent(x), y, overflow: "visible" });
  const drawn = {
    circle: () => shape("circle", { class: "mark", r: 5 }),
    diamond: () => shape("path", { class: "mark", d: "M0,-6 L6,0 L0,6 L-6,0 Z" }),
    square: () => shape("rect", { class: "mark", x: -5, y: -5, width: 10, height: 10 }),
    cross: () => shape("path", { class: "mark", d: "M-5,-5 L5,5 M5,-5 L-5,5" }),
  }[STANCES[stance] || "circle"]();
  place.append(drawn);
  return place;
}

function tip(x, y, way) {
  const place = shape("svg", { x: percent(x), y, overflow: "visible" });
  place.append(shape("path", { class: "tip", d: way < 0 ? "M0,0 L9,-6 L9,6 Z" : "M0,0 L-9,-6 L-9,6 Z" }));
  return place;
}

const ends = (store, place, kind) => ["lower", "upper"].map((end) => store.claims.get(place, `${kind}_${end}`));
const isDate = (store, place) => store.claims.get(place, "base_unit") === "date";

function scaleOf(store, places, extra = []) {
  const values = places.flatMap((place) => [...ends(store, place, "said"), ...ends(store, place, "possible")]);
  return makeScale([...values, ...extra], { date: places.length > 0 && isDate(store, places[0]) });
}

function saidBar(scale, y, low, high) {
  const [left, right] = [finite(low) ? scale.at(low) : 0, finite(high) ? scale.at(high) : 100];
  return [
    shape("rect", { class: "bar", x: percent(left), y: y - 2.5, width: percent(Math.max(right - left, 0.3)), height: 5, rx: 2 }),
    finite(low) ? shape("line", { class: "mark", x1: percent(left), x2: percent(left), y1: y - 6, y2: y + 6 }) : tip(0, y, -1),
    finite(high) ? shape("line", { class: "mark", x1: percent(right), x2: percent(right), y1: y - 6, y2: y + 6 }) : tip(100, y, 1),
  ];
}

function track(store, place, scale, band = {}) {
  const y = 12;
  const stance = store.claims.text(place, "stance");
  const drawn = shape("svg", { class: `track${stance === "disputes" || stance === "denies" ? " hollow" : ""}`, "aria-hidden": "true" });
  if (finite(band.low) || finite(band.high)) {
    const [left, right] = [finite(band.low) ? scale.at(band.low) : 0, finite(band.high) ? scale.at(band.high) : 100];
    drawn.append(shape("rect", { class: "core", x: percent(left), y: 0, width: percent(Math.max(right - left, 0.5)), height: 24 }));
  }
  scale.ticks.forEach((tick) => drawn.append(shape("line", { class: "grid-line", x1: percent(scale.at(tick)), x2: percent(scale.at(tick)), y1: 0, y2: 24 })));
  const reading = store.claims.text(place, "reading");
  if (reading === "no-figure" || reading === "unparsed") return drawn;
  const [low, high] = ends(store, place, "said");
  const [least, most] = ends(store, place, "possible");
  const [left, right] = [finite(least) ? scale.at(least) : 0, finite(most) ? scale.at(most) : 100];
  drawn.append(shape("rect", { class: "possible", x: percent(left), y: 4, width: percent(Math.max(right - left, 0)), height: 16 }));
  const best = store.claims.get(place, "said_best");
  if (!finite(low) || !finite(high) || low !== high) drawn.append(...saidBar(scale, y, low, high));
  if (finite(low) && low === high) drawn.append(marker(scale.at(low), y, stance));
  else if (finite(best)) drawn.append(marker(scale.at(best), y, stance));
  return drawn;
}

function scaleLine(scale) {
  const line = shape("svg", { class: "scale", "aria-hidden": "true" });
  scale.ticks.forEach((tick) => line.append(shape("text", { x: percent(scale.at(tick)), y: 14, "text-anchor": "middle" }, scale.label(tick))));
  return line;
}
