// The review page: the document's state on one side, what the officer does on the other, joined here.

/** @import {Row, State} from "./types.js" */
import { Adding } from "./add.js";
import * as api from "./api.js";
import { byId, make, say, showing, trouble } from "./dom.js";
import { onDrop, put } from "./drop.js";
import * as keys from "./keys.js";
import { letter } from "./letter.js";
import { List } from "./list.js";
import { Pages } from "./pages.js";
import { Releasing, heading } from "./release.js";
import { marks, rows } from "./rows.js";
import { standing } from "./standing.js";

const id = document.body.dataset.id ?? "";
/** @type {State | null} */
let now = null;
let releasing = false;

const pages = new Pages(byId("pages", HTMLElement), {
  picked: (key) => {
    showing("items");
    leave();
    list.select(key, { focus: true });
  },
  area: (page, box) => adding.drawn(page, box),
  drawn: () => {
    document.body.dataset.seen ??= String(Math.round(performance.now()));
  },
});

const list = new List(byId("list", HTMLElement), {
  decide: (row, action, how) => void decide(row, action, how),
  takeAway: (row) => {
    const first = row.findings[0];
    if (first) void act("take-away", { finding: first.id });
  },
  selected: (row, place) => {
    const at = row?.places[place];
    pages.select(row?.key ?? "", at?.page, at?.boxes[0]);
  },
  goTo: (row, place) => {
    const at = row.places[place];
    showing("pages");
    pages.select(row.key, at?.page, at?.boxes[0]);
    // Where only one column fits, the button that was pressed is hidden now.
    if (!byId("side", HTMLElement).clientHeight) byId("pages", HTMLElement).focus();
  },
});

const adding = new Adding(pages, (kind, order) => act(kind, order, { quiet: true }));

const panel = new Releasing(byId("releasing", HTMLElement), {
  back: () => leave(),
  again: () => void act("copy"),
  preview: (on) => released(on),
  release: async (order) => {
    const problem = await act("release", order, { quiet: true });
    panel.fail(problem, lastWhere);
    if (now) panel.show(now);
    if (problem) document.getElementById(lastWhere)?.focus();
    else heading().focus();
  },
  leadTo: ({ page, code, show }) => {
    leave();
    showing("items");
    if (show) {
      byId("show", HTMLSelectElement).value = show;
      list.render();
      list.move(1);
      return;
    }
    const row = list.all.find((one) => one.name === code && (!page || one.places.some((place) => place.page === page)));
    if (row) list.select(row.key, { focus: true });
    else if (page) {
      showing("pages");
      pages.goTo(page, [0, 0, 0, 0]);
    }
  },
});

let lastWhere = "";

/**
 * Give an order; the answer's state is shown at once. Returns what went wrong, for a dialog to show, or "".
 * @param {string} name
 * @param {object} [order]
 * @param {{quiet?: boolean}} [options]
 */
async function act(name, order = {}, { quiet = false } = {}) {
  trouble("");
  lastWhere = "";
  try {
    const needs = ["undo", "redo", "copy", "password", "again"].includes(name) ? {} : { revision: now?.revision ?? 0 };
    const { said, state } = await api.order(id, name, { ...needs, ...order });
    if (said) say(said);
    show(state);
    return "";
  } catch (error) {
    if (!(error instanceof api.Refused)) throw error;
    lastWhere = error.where;
    if (error.status === 409) await refresh();
    if (quiet) return error.message;
    trouble(error.message);
    return error.message;
  }
}

/**
 * @param {Row} row
 * @param {"redact" | "keep" | "review"} action
 * @param {{exemption: string, reason: string, everywhere: boolean}} how
 */
async function decide(row, action, how) {
  const wasOpen = row.action === "review";
  const print = row.findings[0]?.print ?? "";
  const opened = list.open;
  const problem = await act("decide", { findings: row.findings.map((one) => one.id), action, ...how });
  if (problem) return;
  list.drafts.delete(row.key);
  if (list.open !== opened) return; // the officer has gone on already
  if (wasOpen && list.move(1, { toDecide: true })) return;
  const same = list.all.find((one) => one.findings[0]?.print === print);
  if (same) list.select(same.key, { focus: true });
}

const HIDDEN = "The items are behind the release. Escape goes back to them.";

/**
 * Do with the open row what a key says.
 * @param {"redact" | "keep"} action
 */
function quick(action) {
  if (releasing) return say(HIDDEN);
  const row = list.current;
  if (!row || row.kind !== "value") return say("Choose an item first: N for the next to decide.");
  document.getElementById(`${action}-${row.key}`)?.click();
}

/** @param {"exemption" | "reason"} field */
function into(field) {
  if (releasing) return say(HIDDEN);
  const row = list.current;
  if (row) document.getElementById(`${field}-${row.key}`)?.focus();
}

/**
 * Show the pages as released; the copy is made first where there is none of the present decisions.
 * @param {boolean} on
 */
function released(on) {
  pages.released = on;
  byId("released", HTMLElement).setAttribute("aria-pressed", String(on));
  byId("pages", HTMLElement).classList.toggle("released", on);
  if (on) showing("pages");
  if (!now) return;
  preview(now);
  pages.show(now, pages.copied ? new Map() : marks(list.all));
}

let asked = -1;

/**
 * While the pages are shown as released, keep a copy of the present decisions at hand.
 * @param {State} state
 */
function preview(state) {
  if (!pages.released) return;
  if (state.copy.state === "refused" && !state.copy.drawable) {
    say("There is no copy to show: it was refused. Release says why.");
    released(false);
  } else if (state.copy.state === "none" && asked !== state.revision && state.settled) {
    asked = state.revision;
    say("Making the copy to show.");
    void act("copy");
  }
}

function release() {
  if (!now || !document.body.dataset.found) return say("Wait until the file has been searched.");
  releasing = true;
  showing("items");
  byId("review", HTMLElement).hidden = true;
  byId("releasing", HTMLElement).hidden = false;
  panel.show(now);
  heading().focus();
  if (now.copy.state === "none") void act("copy");
}

function leave() {
  if (!releasing) return;
  releasing = false;
  byId("review", HTMLElement).hidden = false;
  byId("releasing", HTMLElement).hidden = true;
  byId("release", HTMLElement).focus();
}

/** @param {State} state */
function show(state) {
  if (now && state.revision < now.revision) return;
  now = state;
  const all = rows(state);
  byId("undo", HTMLButtonElement).disabled = !state.canUndo;
  byId("redo", HTMLButtonElement).disabled = !state.canRedo;
  for (const name of ["add", "previous-open", "next-open", "released", "release"]) byId(name, HTMLButtonElement).disabled = state.state === "locked" || state.state === "failed";
  byId("exemptions", HTMLDataListElement).replaceChildren(...state.exemptions.map((value) => make("option", { value })));
  adding.state = state;
  standing(state, () => void act("again"));
  letter(byId("letter", HTMLDetailsElement), state.letter, (page) => {
    showing("pages");
    pages.goTo(page, [0, 0, 0, 0]);
  });
  list.show(state, all);
  pages.state = state;
  preview(state);
  pages.show(state, pages.copied ? new Map() : marks(all));
  if (releasing) panel.show(state);
  if (state.state === "checked") document.body.dataset.found ??= String(Math.round(performance.now()));
  if (state.settled && document.body.dataset.settled === undefined && !releasing) say(state.sentence);
  if (state.settled || document.body.dataset.settled !== undefined) document.body.dataset.settled = String(state.settled);
}

async function refresh() {
  try {
    show(await api.state(id));
  } catch (error) {
    if (error instanceof api.Refused && error.status === 404) location.assign("/?list=1");
    else throw error;
  }
}

const click = (/** @type {string} */ name, /** @type {() => void} */ act) => byId(name, HTMLButtonElement).addEventListener("click", act);
const zoom = (/** @type {number} */ step) => {
  byId("zoom", HTMLOutputElement).value = `${pages.resize(step)}%`;
};
const nextOpen = (/** @type {number} */ step) => {
  leave();
  showing("items");
  if (!list.move(step, { toDecide: true })) say("Nothing is left to decide.");
};
const step = (/** @type {number} */ by) => {
  leave();
  list.move(by);
};

click("undo", () => void act("undo"));
click("redo", () => void act("redo"));
click("next-open", () => nextOpen(1));
click("previous-open", () => nextOpen(-1));
click("add", () => adding.open("term"));
click("smaller", () => zoom(-1));
click("larger", () => zoom(1));
click("released", () => released(!pages.released));
click("release", () => release());
click("help", () => byId("helping", HTMLDialogElement).showModal());
click("helping-close", () => byId("helping", HTMLDialogElement).close());
click("show-items", () => showing("items"));
click("show-pages", () => showing("pages"));
byId("password", HTMLFormElement).addEventListener("submit", (event) => {
  event.preventDefault();
  const field = byId("password-field", HTMLInputElement);
  const password = field.value;
  field.value = "";
  byId("password-wrong", HTMLElement).hidden = true; // said anew of every wrong one
  void act("password", { password });
});

keys.listen(
  [
    { key: "N", name: "Next item to decide", act: () => nextOpen(1) },
    { key: "Shift+N", name: "Item to decide before", act: () => nextOpen(-1) },
    { key: "J", also: "ArrowDown", name: "Next item", act: () => step(1) },
    { key: "K", also: "ArrowUp", name: "Item before", act: () => step(-1) },
    { key: "A", name: "Accept: redact the open item", act: () => quick("redact") },
    { key: "R", name: "Reject: keep it, with the reason given", act: () => quick("keep") },
    { key: "E", name: "Change its exemption", act: () => into("exemption") },
    { key: "W", name: "Write its reason", act: () => into("reason") },
    { key: "T", name: "Add words to redact", act: () => adding.open("term") },
    { key: "B", name: "Add an area by numbers or drawing", act: () => adding.open("area") },
    { key: "U", name: "Undo", act: () => void act("undo") },
    { key: "Shift+U", name: "Redo", act: () => void act("redo") },
    { key: "/", name: "Search the items", act: () => byId("search", HTMLElement).focus() },
    { key: "P", name: "Pages as released, and back", act: () => released(!pages.released) },
    { key: "+", also: "=", name: "Larger pages", act: () => zoom(1) },
    { key: "-", name: "Smaller pages", act: () => zoom(-1) },
    { key: "L", name: "Release", act: () => release() },
    { key: "?", name: "This sheet", act: () => byId("helping", HTMLDialogElement).showModal() },
  ],
  () => {
    if (document.querySelector("dialog[open]")) return;
    if (pages.drawing) adding.stop();
    else if (releasing) leave();
    else if (list.open) list.select("");
  },
);

onDrop((files) => void put(files));
api.listen(refresh);
void refresh();
