// Wholes with their parts, sources against sources, and the sources themselves.
function segment(start, end, most, label) {
  return shape("rect", { class: "part", x: percent((100 * start) / most), y: 2, width: percent(Math.max((100 * (end - start)) / most, 0)), height: 16 }, shape("title", {}, label));
}

function stacked(store, places, most, end) {
  const drawn = shape("svg", { class: "track", "aria-hidden": "true" });
  let start = 0;
  for (const place of places) {
    const [low, high] = ends(store, place, "said");
    const value = end === "lower" ? low ?? high : high ?? low;
    if (!finite(value)) continue;
    drawn.append(segment(start, start + value, most, `${store.claims.text(place, "place") || store.claims.text(place, "claim_id")}: ${store.word("claims", "figure", place)}`));
    start += value;
  }
  return drawn;
}

function sumOf(store, places, end) {
  return places.reduce((sum, place) => {
    const [low, high] = ends(store, place, "said");
    const value = end === "lower" ? low ?? high : high ?? low;
    return sum + (finite(value) ? value : 0);
  }, 0);
}

function wholeItem(store, id, rows) {
  const whole = store.claims.find(store.totals.text(rows[0], "whole"));
  const parts = rows.map((row) => store.claims.find(store.totals.text(row, "part"))).filter((place) => place >= 0);
  const complete = store.totals.text(rows[0], "complete") === "yes";
  const label = whole < 0 ? id : `${store.title(store.claims.text(whole, "quantity_id"))}: ${store.word("claims", "figure", whole)}`;
  const item = el("details", { class: "whole", id: `total-${id}` },
    el("summary", {}, el("h3", {}, label), el("span", { class: "badge" }, complete ? "parts are complete" : "some of the parts"),
      el("span", { class: "counted" }, plural(parts.length, "part"))));
  item.addEventListener("toggle", () => {
    if (item.open && item.childElementCount === 1 && whole >= 0) item.append(wholeBody(store, whole, parts));
  });
  return item;
}

function wholeBody(store, whole, parts) {
  const [least, most] = [sumOf(store, parts, "lower"), sumOf(store, parts, "upper")];
  const [low, high] = ends(store, whole, "said");
  const top = Math.max(most, low ?? 0, high ?? 0) || 1;
  const row = (name, value, drawn) => el("li", {}, el("span", { class: "said" }, name), drawn, el("p", { class: "meta" }, value));
  const scale = { at: (value) => Math.max(0, Math.min(100, (100 * value) / top)), ticks: [] };
  return el("div", {},
    el("ol", { class: "figures" },
      row("whole", `${store.word("claims", "figure", whole)}, as said`, track(store, whole, scale)),
      row("parts, least", `${PLAIN.format(least)} in all`, stacked(store, parts, top, "lower")),
      row("parts, most", `${PLAIN.format(most)} in all`, stacked(store, parts, top, "upper"))),
    el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "Parts" }, plainTable(["part", "figure", "when", "source"], parts.map((place) => [
      store.claims.text(place, "place") || store.title(store.claims.text(place, "quantity_id")), store.word("claims", "figure", place),
      store.word("claims", "when", place), store.source(store.claims.text(place, "source_id"))]))));
}

function plainTable(headings, rows, numeric = new Set()) {
  const kind = (place) => (numeric.has(place) ? "number" : null);
  return el("table", { class: "roomy" },
    el("thead", {}, el("tr", {}, headings.map((name, place) => el("th", { scope: "col", class: kind(place) }, name)))),
    el("tbody", {}, rows.map((row) => el("tr", {}, row.map((cell, place) => el("td", { class: kind(place) }, cell))))));
}

function matrix(store) {
  const { sources, cells } = store.raw.matrix;
  if (sources.length < 2) return null;
  const counts = new Map(cells.map(([left, right, ...numbers]) => [`${left},${right}`, numbers]));
  const cell = (row, column) => {
    if (row === column) return el("td", { class: "self" }, "·");
    const [agree, apart, explained] = counts.get(`${Math.min(row, column)},${Math.max(row, column)}`) || [0, 0, 0];
    const parts = [[apart, "apart", "✕"], [agree, "agree", "✓"], [explained, "explained", "≈"]].filter(([count]) => count);
    const said = parts.map(([count, name]) => `${count} ${name}`).join(", ") || "nothing in common";
    return el("td", { title: `${store.source(sources[row])} and ${store.source(sources[column])}: ${said}` }, parts.flatMap(([count, name, sign]) => [el("span", { class: name }, `${count}${sign}`), " "]));
  };
  return el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "Sources against sources" },
    el("table", { class: "matrix" },
      el("caption", {}, "Pairs of figures of two sources: ✕ apart, ✓ agree, ≈ apart and explained"),
      el("thead", {}, el("tr", {}, el("td", {}), sources.map((id) => el("th", { scope: "col" }, el("span", {}, store.source(id)))))),
      el("tbody", {}, sources.map((id, row) => el("tr", {}, el("th", { scope: "row" }, store.source(id)), sources.map((_, column) => cell(row, column)))))));
}

function unreadTable(store, most) {
  const places = everyPlace(store.claims).filter((place) => store.claims.text(place, "unread"));
  const rows = places.slice(0, most).map((place) => [
    el("code", {}, store.claims.text(place, "claim_id")), store.word("claims", "figure", place), store.claims.text(place, "unread"),
    quantityLink(store, store.claims.text(place, "quantity_id")), store.source(store.claims.text(place, "source_id"))]);
  return [
    el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "Figures that could not be read" },
      plainTable(["claim", "figure", "why", "quantity", "source"], rows)),
    places.length > most && el("p", { class: "counted" }, `and ${(places.length - most).toLocaleString("en")} more, which the CSV and JSON hold`)];
}

function sourceTable(store) {
  const rows = [...Array(store.sources.length).keys()].map((place) => {
    const text = (name) => store.sources.text(place, name);
    const id = text("source_id");
    return [linked(store.word("sources", "name", place) || id, text("url")), text("kind"), store.word("sources", "published", place),
      text("derived_from").split(";").filter(Boolean).map((parent) => store.source(parent)).join(", "), text("interest"), String((store.claimsBySource.get(id) || []).length)];
  });
  return el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "Sources" },
    plainTable(["source", "kind", "published", "derived from", "serves", "claims"], rows, new Set([5])));
}
