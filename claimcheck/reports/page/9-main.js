// Fills the page, follows links within it, and keeps the reader's theme.
const THEMES = ["auto", "light", "dark"];
const PRINTED = 500;
const byId = (id) => document.getElementById(id);

function remembered() {
  try { return localStorage.getItem("claimcheck-theme") || "auto"; } catch { return "auto"; }
}

function setTheme(theme) {
  if (theme === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  byId("theme").textContent = `Theme: ${theme}`;
  try { localStorage.setItem("claimcheck-theme", theme); } catch { /* a file opened from disk may have no storage */ }
}

function readyTheme() {
  let theme = THEMES.includes(remembered()) ? remembered() : "auto";
  setTheme(theme);
  byId("theme").addEventListener("click", () => {
    theme = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length];
    setTheme(theme);
  });
}

function choices(select, values) {
  select.append(...values.map(([value, label]) => el("option", { value }, label)));
}

function counted(values) {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) || 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([value, count]) => [value, `${value} (${count})`]);
}

function readyFindings(store) {
  const list = new LongList(byId("finding-list"), byId("finding-count"), "findings", (place) => findingCard(store, place));
  const form = byId("finding-controls");
  choices(form.elements.check, counted(store.findings.columns.check || []));
  choices(form.elements.source, everyPlace(store.sources).map((place) => [store.sources.text(place, "source_id"), store.word("sources", "name", place) || store.sources.text(place, "source_id")]));
  form.elements.decided.closest("label").hidden = !(store.findings.columns.ruling || []).some(Boolean);
  const filter = findingFilter(store);
  const apply = () => list.show(filter({
    query: form.elements.query.value.trim(), check: form.elements.check.value, source: form.elements.source.value, sort: form.elements.sort.value, decided: form.elements.decided.value,
    levels: new Set([...form.querySelectorAll("[name=level]:checked")].map((box) => box.value)),
  }), store.findings.length);
  readyForm(form, apply);
  return { list, form, apply };
}

function readyQuantities(store) {
  const list = new LongList(byId("quantity-list"), byId("quantity-count"), "quantities", (place) => quantityItem(store, place));
  const form = byId("quantity-controls");
  choices(form.elements.status, counted(store.quantities.columns.status || []));
  const filter = quantityFilter(store);
  const apply = () => list.show(filter({ query: form.elements.query.value.trim(), status: form.elements.status.value, sort: form.elements.sort.value }), store.quantities.length);
  readyForm(form, apply);
  return { list, form, apply };
}

function readyForm(form, apply) {
  let waiting = 0;
  form.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(apply, 120); });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(apply));
}

function fillTotals(store) {
  const groups = groupPlaces(store.totals.columns.total_id);
  byId("total-list").append(...[...groups].map(([id, rows]) => wholeItem(store, id, rows)));
  if (!groups.size) byId("total-list").append(el("p", { class: "nothing" }, "No totals are declared in this dossier."));
}

function fillSources(store) {
  const drawn = matrix(store);
  if (drawn) byId("source-list").append(el("h3", {}, "Who agrees with whom"), drawn);
  byId("source-list").append(el("h3", {}, "All sources"), sourceTable(store));
}

function fillUnread(store) {
  byId("unread-list")?.append(...unreadTable(store, PRINTED).filter(Boolean));
}

function once(work) {
  let done = false;
  return () => { if (!done) { done = true; work(); } };
}

function unfold(item) {
  item.open = true;
  item.dispatchEvent(new Event("toggle")); // the browser's own comes too late for print and scroll
}

function aim(node) {
  if (!node) return;
  document.querySelectorAll(".aimed").forEach((other) => other.classList.remove("aimed"));
  node.classList.add("aimed");
  if (node.tagName === "DETAILS") unfold(node);
  node.scrollIntoView({ block: "start", behavior: "instant" });
  (node.querySelector("summary") || node).focus({ preventScroll: true });
}

function bring(part, table, id, prefix) {
  const place = table.find(id);
  if (place < 0) return false;
  if (!part.list.bring(place)) {
    part.form.querySelectorAll("[name=level]").forEach((box) => { box.checked = true; });
    part.form.querySelectorAll("[name=query], [name=check], [name=source], [name=decided], [name=status]").forEach((field) => { field.value = ""; });
    part.apply();
    part.list.bring(place);
  }
  aim(byId(`${prefix}-${id}`));
  return true;
}

function router(store, findings, quantities, fillers) {
  const views = [...document.querySelectorAll("[data-view]")];
  const open = (name) => {
    views.forEach((view) => { view.hidden = view.dataset.view !== name; });
    document.querySelectorAll("nav.views a").forEach((link) => {
      if (link.hash !== `#${name}`) return link.removeAttribute("aria-current");
      link.setAttribute("aria-current", "page");
      link.parentElement.scrollLeft = link.offsetLeft - link.parentElement.offsetLeft;
    });
    if (fillers[name]) fillers[name]();
  };
  return () => {
    const [kind, ...rest] = location.hash.slice(1).split("/");
    let id = rest.join("/");
    try { id = decodeURIComponent(id); } catch { /* a hand-made link: taken as it stands */ }
    if (kind === "finding" && id) { open("findings"); if (bring(findings, store.findings, id, "finding")) return; }
    if (kind === "quantity" && id) { open("quantities"); if (bring(quantities, store.quantities, id, "quantity")) return; }
    open(views.some((view) => view.dataset.view === kind) ? kind : "findings");
  };
}

function readyPrint(lists, fillers) {
  let unfolded = [];
  addEventListener("beforeprint", () => {
    Object.values(fillers).forEach((fill) => fill());
    lists.forEach((list) => list.drawOut(PRINTED));
    unfolded = [...document.querySelectorAll("details.several:not([open]), details.whole:not([open])")];
    unfolded.forEach(unfold);
  });
  addEventListener("afterprint", () => {
    lists.forEach((list) => list.more(0));
    unfolded.forEach((item) => { item.open = false; });
  });
}

async function main() {
  readyTheme();
  const store = new Store(await unpack());
  const findings = readyFindings(store);
  const quantities = readyQuantities(store);
  const fillers = { totals: once(() => fillTotals(store)), sources: once(() => fillSources(store)), unread: once(() => fillUnread(store)), quantities: once(quantities.apply) };
  findings.apply();
  byId("static").remove();
  byId("live").hidden = false;
  document.querySelectorAll(".live").forEach((node) => { node.hidden = false; });
  readyDownloads(store);
  readyPrint([findings.list, quantities.list], fillers);
  const follow = router(store, findings, { ...quantities, list: quantities.list }, fillers);
  addEventListener("hashchange", follow);
  follow();
  document.documentElement.dataset.ready = "yes";
}

main().catch((error) => {
  byId("trouble").hidden = false;
  byId("trouble").textContent = `The interactive part could not start (${error.message}). The report below is complete without it.`;
});
