// The tables as files, made in the browser from what the page carries.
const FORMULA = /^'*[=+\-@＝＋－＠\t\r\n]/;
const NUMBER = /^[+-](inf|[\d.,' ]*\d([eE][+-]?\d+)?%?)$/;

// A spreadsheet runs what starts like a formula; an apostrophe keeps it text, as in io/formulas.py.
const guarded = (text) => (FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text);

function csvCell(value) {
  const text = Array.isArray(value) ? guarded(value.join(";")) : typeof value === "string" ? guarded(value) : String(value ?? "");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function csvOf(table) {
  const lines = everyPlace(table).map((place) => table.names.map((name) => csvCell(table.get(place, name))).join(","));
  return `\ufeff${[table.names.map(csvCell).join(","), ...lines].join("\r\n")}\r\n`;
}

function jsonOf(store) {
  const rows = (table) => everyPlace(table).map((place) => table.row(place));
  return JSON.stringify({ dossier: store.raw.dossier, summary: store.raw.summary, quantities: rows(store.quantities), findings: rows(store.findings), claims: rows(store.claims), sources: rows(store.sources), alike: rows(store.alike) }, null, 1);
}

function offer(name, kind, text) {
  const address = URL.createObjectURL(new Blob([text], { type: kind }));
  const link = el("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

function readyDownloads(store) {
  document.querySelectorAll("[data-download]").forEach((button) => {
    const what = button.dataset.download;
    button.addEventListener("click", () => {
      if (what === "json") offer("report.json", "application/json", jsonOf(store));
      else offer(`${what}.csv`, "text/csv", csvOf(store[what]));
    });
  });
}
