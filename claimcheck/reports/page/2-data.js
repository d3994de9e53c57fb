// The tables, unpacked once: columns by name, rows by id.
class Table {
  constructor(columns, key) {
    this.columns = columns;
    this.names = Object.keys(columns);
    this.length = this.names.length ? columns[this.names[0]].length : 0;
    this.places = new Map(key && columns[key] ? columns[key].map((id, place) => [id, place]) : []);
  }
  get(place, name) { const column = this.columns[name]; return column ? column[place] : null; }
  text(place, name) { const value = this.get(place, name); return value === null || value === undefined ? "" : String(value); }
  row(place) { return Object.fromEntries(this.names.map((name) => [name, this.columns[name][place]])); }
  find(id) { return this.places.has(id) ? this.places.get(id) : -1; }
}

async function unpack() {
  const packed = atob(document.getElementById("data").textContent.trim());
  const bytes = Uint8Array.from(packed, (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).json();
}

function groupPlaces(column) {
  const groups = new Map();
  (column || []).forEach((value, place) => {
    if (!groups.has(value)) groups.set(value, []);
    groups.get(value).push(place);
  });
  return groups;
}

class Store {
  constructor(raw) {
    this.raw = raw;
    this.claims = new Table(raw.tables.claims, "claim_id");
    this.sources = new Table(raw.tables.sources, "source_id");
    this.quantities = new Table(raw.tables.quantities, "quantity_id");
    this.findings = new Table(raw.tables.findings, "finding_id");
    this.totals = new Table(raw.tables.totals);
    this.camps = new Table(raw.tables.camps);
    this.alike = new Table(raw.tables.alike);
    this.words = raw.words;
    this.claimsOf = groupPlaces(raw.tables.claims.quantity_id);
    this.claimsBySource = groupPlaces(raw.tables.claims.source_id);
    this.findingsOf = groupPlaces(raw.tables.findings.quantity_id);
  }
  word(table, name, place) { return place < 0 ? "" : this.words[table][name][place] || ""; }
  source(id) { const place = this.sources.find(id); return place < 0 ? id : this.word("sources", "name", place) || id; }
  title(quantityId) { return this.word("quantities", "title", this.quantities.find(quantityId)) || quantityId; }
  claimPlaces(finding) { return this.findings.get(finding, "claim_ids").map((id) => this.claims.find(id)).filter((place) => place >= 0); }
}
