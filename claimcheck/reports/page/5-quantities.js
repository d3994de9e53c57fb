// One quantity: its facts, a forest of its claims by origin, a timeline where times differ.
const SHOWN_CLAIMS = 200;

function byOrigin(store, places) {
  const groups = new Map();
  for (const place of places) {
    const origin = store.claims.text(place, "origin") || store.claims.text(place, "source_id");
    if (!groups.has(origin)) groups.set(origin, []);
    groups.get(origin).push(place);
  }
  return [...groups].sort(([, a], [, b]) => lowest(store, a) - lowest(store, b));
}

function lowest(store, places) {
  const lows = places.map((place) => store.claims.get(place, "possible_lower")).filter(finite);
  return lows.length ? Math.min(...lows) : Infinity;
}

function forest(store, quantity, places) {
  const [low, high] = ["core_lower", "core_upper"].map((name) => store.quantities.get(quantity, name));
  const scale = scaleOf(store, places);
  const band = { low, high };
  const list = el("ol", { class: "figures" });
  for (const [origin, members] of byOrigin(store, places)) {
    if (members.length > 1) list.append(el("li", { class: "group" }, `${members.length} mentions with one origin: ${store.source(origin)}`));
    list.append(...members.map((place) => figureRow(store, place, scale, band)));
  }
  const axis = axisRow(scale);
  if (axis) list.append(axis);
  return list;
}

function timeline(store, places) {
  const dated = places.filter((place) => finite(store.claims.get(place, "time_start")) && finite(store.claims.get(place, "time_end")) && ends(store, place, "said").some(finite));
  const starts = new Set(dated.map((place) => store.claims.get(place, "time_start")));
  if (starts.size < 2 || isDate(store, places[0])) return null;
  const x = makeScale(dated.flatMap((place) => [store.claims.get(place, "time_start"), store.claims.get(place, "time_end")]), { date: true });
  const y = makeScale(dated.flatMap((place) => ends(store, place, "said")));
  const [width, height, left, bottom] = [720, 240, 76, 26];
  const across = (value) => left + (x.at(value) / 100) * (width - left);
  const up = (value) => (1 - y.at(value) / 100) * (height - bottom);
  const drawn = shape("svg", { class: "timeline", viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": "The figures by the time that they are true of" });
  y.ticks.forEach((tick) => drawn.append(
    shape("line", { class: "grid-line", x1: left, x2: width, y1: up(tick), y2: up(tick) }),
    shape("text", { x: left - 8, y: up(tick) + 4, "text-anchor": "end" }, y.label(tick))));
  x.ticks.forEach((tick) => drawn.append(shape("text", { x: across(tick), y: height - 6, "text-anchor": "middle" }, x.label(tick))));
  if (y.log) drawn.append(shape("text", { x: left - 8, y: height - 6, "text-anchor": "end" }, "log scale"));
  dated.forEach((place) => drawn.append(moment(store, place, across, up)));
  return [el("h4", {}, "Over time"), el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "Timeline" }, drawn)];
}

function moment(store, place, across, up) {
  const [start, end] = ["time_start", "time_end"].map((name) => across(store.claims.get(place, name)));
  const [low, high] = ends(store, place, "said").map((value) => (finite(value) ? up(value) : null));
  const [bottom, top] = [low ?? high, high ?? low];
  const doubted = ["disputes", "denies"].includes(store.claims.text(place, "stance"));
  const middle = (start + end) / 2;
  const label = `${store.word("claims", "figure", place)}, ${store.word("claims", "when", place)}, ${store.source(store.claims.text(place, "source_id"))}`;
  return shape("g", {},
    shape("title", {}, label),
    shape("line", { class: "span", x1: start, x2: end, y1: (bottom + top) / 2, y2: (bottom + top) / 2 }),
    shape("line", { class: "mark", x1: middle, x2: middle, y1: bottom, y2: top }),
    shape("circle", { class: `mark point${doubted ? " hollow" : ""}`, cx: middle, cy: (bottom + top) / 2, r: 5 }));
}

function findingLinks(store, id) {
  const places = store.findingsOf.get(id) || [];
  if (!places.length) return null;
  return [el("h4", {}, `Findings (${places.length})`), el("ul", {}, places.slice(0, 40).map((place) =>
    el("li", {}, el("a", { href: hashOf("finding", store.findings.text(place, "finding_id")) }, store.findings.text(place, "check")), ": ", store.findings.text(place, "message"))))];
}

function quantityBody(store, quantity) {
  const id = store.quantities.text(quantity, "quantity_id");
  const word = (name) => store.word("quantities", name, quantity);
  const places = store.claimsOf.get(id) || [];
  const unread = places.length - SHOWN_CLAIMS;
  return el("div", {},
    listOfTerms("facts", [
      ["unit", store.quantities.text(quantity, "unit")], ["kind", store.quantities.text(quantity, "measure_kind")],
      ["core", word("core")], ["median", word("median")], ["10–90 %", word("spread")], ["envelope", word("envelope")],
      ["newest", word("newest")], ["dissenters", store.quantities.text(quantity, "dissenters").split(";").join(", ")],
      ["id", el("code", {}, id)],
    ]),
    el("h4", {}, "Claims, by origin"),
    forest(store, quantity, places.slice(0, SHOWN_CLAIMS)),
    unread > 0 && el("p", {}, `and ${unread} more claims: the CSV and JSON hold them all`),
    timeline(store, places.slice(0, SHOWN_CLAIMS)),
    findingLinks(store, id));
}

function quantityItem(store, quantity) {
  const id = store.quantities.text(quantity, "quantity_id");
  const status = store.quantities.text(quantity, "status");
  const claims = store.quantities.get(quantity, "claims");
  const word = (name) => store.word("quantities", name, quantity);
  const unit = store.quantities.text(quantity, "unit");
  const short = [plural(claims, "claim"), plural(store.quantities.get(quantity, "origins"), "origin"), unit && `unit ${unit}`, word("core") && `core ${word("core")}`, word("envelope") && `envelope ${word("envelope")}`];
  const item = el("details", { class: `quantity${claims > 1 ? " several" : ""}`, id: `quantity-${id}` },
    el("summary", {},
      el("h3", {}, word("title") || id), el("span", { class: `badge ${status}` }, status),
      el("span", { class: "short" }, short.filter(Boolean).join(" · "))));
  item.addEventListener("toggle", () => {
    if (item.open && item.childElementCount === 1) item.append(quantityBody(store, quantity));
  });
  return item;
}
