// What stands behind one row: why it was found, where it stands, and what can be done about it.

/** @import {Passage, Row, State} from "./types.js" */
import { count, make } from "./dom.js";

/**
 * @typedef {object} Tell
 * @property {(row: Row, action: "redact" | "keep" | "review", how: {exemption: string, reason: string, everywhere: boolean}) => void} decide
 * @property {(row: Row) => void} takeAway
 */

const OFFICERS = new Set(["OFFICER_TERM", "MARKED_AREA"]);

/**
 * @param {Row} row
 * @param {State} state
 * @param {Map<string, Record<string, string | boolean>>} drafts
 * @param {Tell & {goTo: (place: number) => void}} tell
 */
export function detail(row, state, drafts, tell) {
  const box = make("div", { class: "detail", role: "group", "aria-label": `About ${row.title}` });
  if (row.issue) about(box, row, tell);
  else value(box, row, state, drafts, tell);
  return box;
}

/**
 * @param {HTMLElement} box
 * @param {Row} row
 * @param {{goTo: (place: number) => void}} tell
 */
function about(box, row, tell) {
  const issue = row.issue;
  if (!issue) return;
  if (issue.fix) box.append(make("p", {}, make("strong", {}, "What to do: "), issue.fix));
  issue.evidence.forEach((one, index) => box.append(passage(one, index, row, tell)));
  if (!issue.evidence.length) box.append(places(row, tell));
  box.append(make("p", { class: "hint" }, `Code ${issue.code}. More: redactor explain ${issue.code}`));
}

/**
 * @param {Passage} one
 * @param {number} index
 * @param {Row} row
 * @param {{goTo: (place: number) => void}} tell
 */
function passage(one, index, row, tell) {
  return make(
    "figure",
    { class: "evidence" },
    one.text && make("blockquote", {}, make("mark", {}, one.text)),
    one.page !== null &&
      make(
        "figcaption",
        {},
        make("button", { type: "button", class: "link", id: `at-${row.key}-${index}`, click: () => tell.goTo(index) }, `Show on page ${one.page}`),
      ),
  );
}

/**
 * @param {Row} row
 * @param {{goTo: (place: number) => void}} tell
 */
function places(row, tell) {
  const shown = row.places.slice(0, 60);
  return make(
    "p",
    { class: "places" },
    make("span", {}, "Where: "),
    ...shown.map((place, index) =>
      place.page && place.boxes.length
        ? make(
            "button",
            { type: "button", class: "link", id: `at-${row.key}-${index}`, "aria-label": `Show place ${index + 1}, ${place.label}`, click: () => tell.goTo(index) },
            place.label,
          )
        : make("span", {}, place.label),
    ),
    row.places.length > shown.length && make("span", {}, `and ${row.places.length - shown.length} more`),
  );
}

/**
 * @param {HTMLElement} box
 * @param {Row} row
 * @param {State} state
 * @param {Map<string, Record<string, string | boolean>>} drafts
 * @param {Tell & {goTo: (place: number) => void}} tell
 */
function value(box, row, state, drafts, tell) {
  const first = row.findings[0];
  if (!first) return;
  const ruled = first.by === "policy" ? "The policy says" : `${first.by} decided`;
  box.append(
    make("p", {}, make("strong", {}, "Found because: "), first.why),
    first.reason && first.reason !== first.why ? make("p", {}, make("strong", {}, `${ruled}: `), first.reason) : "",
    places(row, tell),
    make("p", { class: "hint" }, `${first.recognizer}, score ${first.score.toFixed(2)}. ${first.entity}.`),
  );
  const draft = drafts.get(row.key) ?? {};
  const id = row.key;
  const exemption = make("input", { type: "text", id: `exemption-${id}`, list: "exemptions", autocomplete: "off", value: String(draft.exemption ?? first.exemption) });
  const reason = make("input", { type: "text", id: `reason-${id}`, autocomplete: "off", value: String(draft.reason ?? ""), "aria-describedby": `reason-hint-${id}` });
  const wrong = make("p", { class: "error", id: `wrong-${id}`, role: "alert", hidden: true });
  const everywhere = make("input", { type: "checkbox", id: `everywhere-${id}`, checked: Boolean(draft.everywhere) });
  const keep = () => drafts.set(row.key, { exemption: exemption.value, reason: reason.value, everywhere: everywhere.checked });
  for (const field of [exemption, reason, everywhere]) field.addEventListener("input", keep);

  const act = (/** @type {"redact" | "keep" | "review"} */ action) => {
    let why = reason.value.trim();
    if (action === "redact" && why.length < 3) why = first.by === "policy" && first.reason.length >= 3 ? first.reason : "Looked at, and to be removed.";
    if (action === "review" && why.length < 3) why = "Opened again.";
    if (why.length < 3) {
      wrong.textContent = "Say why it stays. The schedule and the decisions file record it.";
      wrong.hidden = false;
      reason.setAttribute("aria-invalid", "true");
      reason.focus();
      return;
    }
    tell.decide(row, action, { exemption: action === "redact" ? exemption.value.trim() : "", reason: why, everywhere: everywhere.checked });
  };
  const mine = first.by !== "policy";
  const form = make("form", { class: "act", submit: (event) => event.preventDefault() });
  form.append(
    wrong,
    make("div", { class: "fields" },
      make("span", {}, make("label", { for: exemption.id }, "Exemption"), exemption),
      make("span", { class: "grow" }, make("label", { for: reason.id }, "Reason"), reason)),
    make("p", { class: "hint", id: `reason-hint-${id}` }, `Needed to keep something. It goes into the schedule.${row.places.length > 1 ? ` The decision holds for all ${row.places.length} places.` : ""}`),
  );
  if (state.others && !state.shared)
    form.append(make("label", { class: "choice" }, everywhere, ` Also in the ${count(state.others, "other document", "other documents")} on the desk`));
  if (state.others && state.shared) form.append(make("p", { class: "hint" }, "It holds for every document on the desk, which share one decisions file."));
  form.append(
    make(
      "div",
      { class: "buttons" },
      make("button", { type: "button", class: "do-redact", id: `redact-${id}`, click: () => act("redact") }, row.action === "redact" ? "Redact, with this exemption" : "Redact"),
      make("button", { type: "button", class: "do-keep", id: `keep-${id}`, click: () => act("keep") }, "Keep"),
      mine && make("button", { type: "button", class: "quiet", id: `away-${id}`, click: () => tell.takeAway(row) }, OFFICERS.has(first.entity) ? "Take away what was added" : "Take the decision back"),
    ),
  );
  box.append(form);
}
