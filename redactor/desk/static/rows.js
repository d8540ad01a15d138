// From a state to the lines of the list and the marks on the pages; nothing here touches the page.

/** @import {Box, Finding, Issue, Place, Row, State} from "./types.js" */

export const ACTIONS = /** @type {const} */ ({
  block: "Blocks release",
  review: "To decide",
  look: "Look at",
  redact: "Redact",
  keep: "Keep",
  note: "Note",
});
const ORDER = ["block", "review", "look", "redact", "keep", "note"];
const HEADINGS = /** @type {Record<string, string>} */ ({
  block: "Problems that block release",
  review: "To decide",
  look: "Problems to look at",
  redact: "Will be redacted",
  keep: "Stays",
  note: "Worth knowing",
});

/**
 * Return one row for each value (with all its places) and each problem.
 * @param {State} state
 * @returns {Row[]}
 */
export function rows(state) {
  /** @type {Map<string, Finding[]>} */
  const values = new Map();
  for (const finding of state.findings) {
    const key = `${finding.print}.${finding.action}`;
    values.set(key, [...(values.get(key) ?? []), finding]);
  }
  return [
    ...state.issues.map((issue, index) => issueRow(issue, index)),
    ...[...values].map(([key, findings]) => valueRow(key, findings)),
  ];
}

/**
 * @param {string} key
 * @param {Finding[]} findings
 * @returns {Row}
 */
function valueRow(key, findings) {
  const first = /** @type {Finding} */ (findings[0]);
  const title = first.value || first.place;
  return {
    key,
    kind: "value",
    action: first.action,
    title,
    name: first.name,
    text: [title, first.name, first.exemption, first.reason, first.why].join(" ").toLowerCase(),
    findings,
    issue: null,
    places: findings.map((one) => ({ page: one.page, boxes: one.boxes, label: one.place })),
  };
}

/**
 * @param {Issue} issue
 * @param {number} index
 * @returns {Row}
 */
function issueRow(issue, index) {
  /** @type {Place[]} */
  const places = issue.evidence.length
    ? issue.evidence.map((one) => ({ page: one.page, boxes: one.boxes, label: one.page ? `page ${one.page}` : "the file" }))
    : [{ page: issue.page, boxes: issue.boxes, label: issue.page ? `page ${issue.page}` : "the file" }];
  return {
    key: `${issue.code}.${index}`,
    kind: "issue",
    action: issue.severity === "review" ? "look" : issue.severity,
    title: issue.message,
    name: issue.code,
    text: [issue.code, issue.message, issue.fix].join(" ").toLowerCase(),
    findings: [],
    issue,
    places,
  };
}

/**
 * @param {Row[]} all
 * @param {{show: string, search: string}} filter
 */
export function filtered(all, filter) {
  const wanted = filter.search.trim().toLowerCase();
  return all.filter((row) => {
    if (filter.show === "issue" ? row.kind !== "issue" : filter.show !== "all" && row.action !== filter.show) return false;
    return !wanted || row.text.includes(wanted);
  });
}

/**
 * Put rows under headings.
 * @param {Row[]} all
 * @param {string} by "action", "kind" or "page".
 * @returns {[string, Row[]][]}
 */
export function grouped(all, by) {
  /** @type {Map<string, Row[]>} */
  const groups = new Map();
  const page = (/** @type {Row} */ row) => row.places[0]?.page ?? Infinity;
  const sorted = [...all].sort((a, b) => ORDER.indexOf(a.action) - ORDER.indexOf(b.action) || page(a) - page(b));
  if (by === "page") sorted.sort((a, b) => page(a) - page(b));
  if (by === "kind") sorted.sort((a, b) => Number(a.kind === "value") - Number(b.kind === "value") || a.name.localeCompare(b.name));
  for (const row of sorted) {
    const heading =
      by === "action"
        ? (HEADINGS[row.action] ?? "")
        : by === "kind"
          ? row.kind === "issue"
            ? "Problems"
            : row.name
          : Number.isFinite(page(row))
            ? `Page ${page(row)}`
            : "The whole file";
    groups.set(heading, [...(groups.get(heading) ?? []), row]);
  }
  return [...groups];
}

/**
 * Return what is drawn on each page.
 * @param {Row[]} all
 * @returns {Map<number, {key: string, finding: Finding | null, issue: Issue | null, box: Box}[]>}
 */
export function marks(all) {
  /** @type {Map<number, {key: string, finding: Finding | null, issue: Issue | null, box: Box}[]>} */
  const found = new Map();
  for (const row of all) {
    row.places.forEach((place, index) => {
      if (!place.page) return;
      const onPage = found.get(place.page) ?? [];
      for (const box of place.boxes) onPage.push({ key: row.key, finding: row.findings[index] ?? null, issue: row.issue, box });
      found.set(place.page, onPage);
    });
  }
  return found;
}
