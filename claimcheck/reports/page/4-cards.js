// One finding as a card: the figures on a common axis, who says them, why, and what settles it.
const SHOWN_FIGURES = 10;

function sourceLine(store, place) {
  const claims = store.claims;
  const sourceId = claims.text(place, "source_id");
  const row = store.sources.find(sourceId);
  const field = (name) => (row < 0 ? "" : store.sources.text(row, name));
  const credited = claims.text(place, "origin_id");
  const stance = claims.text(place, "stance");
  const when = store.word("claims", "when", place);
  return joined([
    linked(store.source(sourceId), field("url")),
    [field("kind"), store.word("sources", "published", row)].filter(Boolean).join(", "),
    credited && `crediting ${store.source(credited)}`,
    field("interest") && `serves ${field("interest")}`,
    when && `for ${when}`,
    claims.text(place, "scope"),
    stance === "asserts" ? "" : el("span", { class: "tag" }, stance),
    claims.text(place, "method"),
    claims.text(place, "locator"),
    claims.text(place, "unread") && el("span", { class: "tag" }, `not read: ${claims.text(place, "unread")}`),
    el("code", {}, claims.text(place, "claim_id")),
  ]);
}

function figureRow(store, place, scale, band) {
  return el("li", {},
    el("span", { class: "said" }, store.word("claims", "figure", place) || "(no words)"),
    scale ? track(store, place, scale, band) : el("span"),
    el("p", { class: "meta" }, sourceLine(store, place)));
}

function axisRow(scale) {
  return scale ? el("li", { class: "axis", "aria-hidden": "true" }, el("span", { class: "axis-kind" }, scale.log && "log scale"), scaleLine(scale)) : null;
}

function figureList(store, places) {
  const scale = scaleOf(store, places);
  const list = el("ol", { class: "figures" }, places.slice(0, SHOWN_FIGURES).map((place) => figureRow(store, place, scale)));
  if (places.length > SHOWN_FIGURES) {
    const rest = el("button", { type: "button" }, `and ${places.length - SHOWN_FIGURES} more figures`);
    const holder = el("li", { class: "more" }, rest);
    rest.addEventListener("click", () => holder.replaceWith(...places.slice(SHOWN_FIGURES).map((place) => figureRow(store, place, scale))));
    list.append(holder);
  }
  const axis = axisRow(scale);
  if (axis) list.append(axis);
  return list;
}

function quantityLink(store, id, title = store.title(id)) {
  return store.quantities.find(id) >= 0 ? el("a", { href: hashOf("quantity", id) }, title) : title;
}

function findingCard(store, place) {
  const findings = store.findings;
  const [id, check, level, quantity] = ["finding_id", "check", "level", "quantity_id"].map((name) => findings.text(place, name));
  const size = [store.word("findings", "size", place), store.word("findings", "word", place)].filter(Boolean).join(" ");
  const title = store.word("findings", "title", place) || quantity || id;
  return el("article", { class: `card ${level}`, id: `finding-${id}`, tabindex: "-1" },
    el("header", {},
      el("h3", {}, quantityLink(store, quantity, title)),
      el("span", { class: `badge ${level}` }, `${level}: ${check}`),
      size && el("span", { class: "size" }, size)),
    figureList(store, store.claimPlaces(place)),
    listOfTerms("told", [
      ["Why:", findings.text(place, "message")],
      ["Arithmetic:", findings.text(place, "arithmetic")],
      ["What would settle it:", findings.text(place, "hint")],
      ["Decided:", store.word("findings", "ruling", place)],
    ]),
    el("footer", {}, el("a", { href: hashOf("finding", id), "aria-label": `Link to this finding: ${check}, ${title}` }, "link to this finding")));
}
