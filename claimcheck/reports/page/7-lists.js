// Long lists: filtered, sorted, and drawn a page at a time.
const PAGE = 25;

class LongList {
  constructor(holder, status, noun, draw) {
    Object.assign(this, { holder, status, noun, draw, places: [], shown: 0 });
    this.button = el("button", { type: "button", class: "more" });
    this.button.addEventListener("click", () => {
      const first = this.more();
      if (first) first.querySelector("a, summary, button")?.focus();
    });
    holder.after(this.button);
  }
  show(places, total) {
    this.places = places;
    this.shown = 0;
    this.holder.replaceChildren();
    this.status.textContent = places.length === total ? `${total.toLocaleString("en")} ${this.noun}` : `${places.length.toLocaleString("en")} of ${total.toLocaleString("en")} ${this.noun}`;
    if (!places.length) this.holder.append(el("p", { class: "nothing" }, total ? "Nothing matches these filters." : `There are no ${this.noun}.`));
    this.more();
  }
  more(count = PAGE) {
    const next = this.places.slice(this.shown, this.shown + count).map((place) => this.draw(place));
    this.holder.append(...next);
    this.shown += next.length;
    this.button.hidden = this.left <= 0;
    this.button.textContent = `Show ${Math.min(PAGE, this.left)} more of ${this.left.toLocaleString("en")}`;
    return next[0];
  }
  get left() { return this.places.length - this.shown; }
  drawOut(most) {
    this.more(Math.max(0, most - this.shown));
    this.button.textContent = `and ${this.left.toLocaleString("en")} more, which the CSV and JSON hold`;
  }
  bring(place) {
    const position = this.places.indexOf(place);
    if (position < 0) return false;
    if (position >= this.shown + 4 * PAGE) this.holder.prepend(this.draw(place));
    else while (this.shown <= position) this.more();
    return true;
  }
}

function haystacks(count, words) {
  const known = new Array(count);
  return (place) => (known[place] ??= words(place).join(" ").toLowerCase());
}

function matcher(query) {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return (haystack) => words.every((word) => haystack.includes(word));
}

const everyPlace = (table) => [...Array(table.length).keys()];

function findingFilter(store) {
  const { findings, claims } = store;
  const hay = haystacks(findings.length, (place) => [
    store.word("findings", "title", place), findings.text(place, "message"), findings.text(place, "check"), findings.text(place, "finding_id"),
    ...store.claimPlaces(place).flatMap((claim) => [claims.text(claim, "claim_id"), store.word("claims", "figure", claim), store.source(claims.text(claim, "source_id"))]),
  ]);
  const ofSource = (place, source) => store.claimPlaces(place).some((claim) => ["source_id", "origin_id", "origin"].some((name) => claims.text(claim, name) === source));
  const isDecided = (place) => findings.text(place, "ruling") !== "" && findings.text(place, "reopened") === "";
  return ({ query, levels, check, source, sort, decided }) => {
    const matches = matcher(query);
    const kept = everyPlace(findings).filter((place) =>
      (!decided || isDecided(place) === (decided === "decided")) && levels.has(findings.text(place, "level")) && (!check || findings.text(place, "check") === check)
      && (!source || ofSource(place, source)) && (!query || matches(hay(place))));
    return sorted(store, kept, sort);
  };
}

function sorted(store, places, sort) {
  const keys = {
    quantity: (place) => store.word("findings", "title", place),
    check: (place) => store.findings.text(place, "check"),
    ratio: (place) => -(store.findings.get(place, "ratio") ?? 0),
  };
  const key = keys[sort];
  if (!key) return places;
  const known = new Map(places.map((place) => [place, key(place)]));
  return places.sort((a, b) => (known.get(a) < known.get(b) ? -1 : known.get(a) > known.get(b) ? 1 : a - b));
}

function quantityFilter(store) {
  const { quantities, claims } = store;
  const hay = haystacks(quantities.length, (place) => {
    const id = quantities.text(place, "quantity_id");
    return [store.word("quantities", "title", place), id, ...(store.claimsOf.get(id) || []).slice(0, 50).flatMap((claim) => [store.word("claims", "figure", claim), claims.text(claim, "claim_id"), store.source(claims.text(claim, "source_id"))])];
  });
  const orders = {
    worst: (a, b) => (quantities.get(b, "severity") || 0) - (quantities.get(a, "severity") || 0) || quantities.get(b, "claims") - quantities.get(a, "claims"),
    claims: (a, b) => quantities.get(b, "claims") - quantities.get(a, "claims"),
    name: (a, b) => store.word("quantities", "title", a).localeCompare(store.word("quantities", "title", b), "en"),
  };
  return ({ query, status, sort }) => {
    const matches = matcher(query);
    return everyPlace(quantities)
      .filter((place) => (!status || quantities.text(place, "status") === status) && (!query || matches(hay(place))))
      .sort((a, b) => orders[sort](a, b) || a - b);
  };
}
