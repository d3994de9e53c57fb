// Elements from plain values: text goes in as text, and only web addresses become links.
const SVG = "http://www.w3.org/2000/svg";

function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) node.setAttribute(name, value);
  }
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false && child !== ""));
  return node;
}

// Letters written from right to left, with what joins them: apart, so that what follows keeps its place.
const FROM_THE_RIGHT = "[\\u0590-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufefc]";
const RIGHTWARDS = new RegExp(`(${FROM_THE_RIGHT}(?:[\\s\\d'’".&/–-]*${FROM_THE_RIGHT})*)`);

function isolated(text) {
  if (typeof text !== "string" || !RIGHTWARDS.test(text)) return text;
  return text.split(new RegExp(RIGHTWARDS, "g")).map((part, place) => (place % 2 ? el("bdi", {}, part) : part));
}

const WHOLE = new Set(["bdi", "option"]);
const el = (tag, attributes = {}, ...children) => fill(document.createElement(tag), attributes, WHOLE.has(tag) ? children : children.flat(Infinity).map(isolated));

// A text that stands alone runs as its first letter does, with the brackets and numbers in it.
const apart = (text) => (typeof text === "string" && RIGHTWARDS.test(text) ? el("bdi", {}, text) : text);
const shape = (tag, attributes = {}, ...children) => fill(document.createElementNS(SVG, tag), attributes, children);

function webAddress(text) {
  const written = (text || "").trim();
  const full = /^(doi:\s*)?10\.\d{4,9}\/\S+$/i.test(written) ? `https://doi.org/${written.replace(/^doi:\s*/i, "")}` : written;
  if (!/^https?:\/\//i.test(full)) return null;
  try {
    const url = new URL(full);
    return url.protocol === "http:" || url.protocol === "https:" ? url.href : null;
  } catch {
    return null;
  }
}

function linked(text, address) {
  const href = webAddress(address);
  return href ? el("a", { href, rel: "noopener noreferrer nofollow", target: "_blank" }, text) : text;
}

const hashOf = (kind, id) => `#${kind}/${encodeURIComponent(id)}`;

function listOfTerms(kind, pairs) {
  const shown = pairs.filter(([, value]) => value);
  return el("dl", { class: kind }, shown.map(([name, value]) => [el("dt", {}, name), el("dd", {}, value)]));
}

function joined(parts) {
  const kept = parts.filter(Boolean);
  return kept.map(apart).flatMap((part, place) => (place ? [" · ", part] : [part]));
}

const plural = (count, noun) => `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;
