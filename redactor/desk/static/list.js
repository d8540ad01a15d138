// The list beside the pages: every finding and problem as text, equal to what is drawn on the pages.

/** @import {Row, State} from "./types.js" */
import { detail } from "./detail.js";
import { byId, count, make } from "./dom.js";
import { ACTIONS, filtered, grouped } from "./rows.js";

/** @typedef {import("./detail.js").Tell} Tell */

/** The list, its filters, and the one row that is open. */
export class List {
  /**
   * @param {HTMLElement} holder
   * @param {Tell & {selected: (row: Row | null, place: number) => void, goTo: (row: Row, place: number) => void}} tell
   */
  constructor(holder, tell) {
    this.holder = holder;
    this.tell = tell;
    this.open = "";
    /** @type {Row[]} */
    this.all = [];
    /** @type {Row[]} */
    this.shown = [];
    /** @type {State | null} */
    this.state = null;
    this.drawn = "";
    /** What was typed and not sent yet, by row. @type {Map<string, Record<string, string | boolean>>} */
    this.drafts = new Map();
    for (const id of ["show", "group", "search"]) byId(id, HTMLElement).addEventListener("input", () => this.render());
    byId("filters", HTMLFormElement).addEventListener("submit", (event) => event.preventDefault());
    // A button that is built anew between press and release never hears the click.
    this.pressed = false;
    this.waiting = false;
    addEventListener("pointerdown", () => (this.pressed = true), true);
    for (const type of ["pointerup", "pointercancel"]) addEventListener(type, () => setTimeout(() => this.#letGo()), true);
  }

  /**
   * @param {State} state
   * @param {Row[]} all
   */
  show(state, all) {
    this.state = state;
    this.all = all;
    if (this.pressed) this.waiting = true;
    else this.render();
  }

  #letGo() {
    this.pressed = false;
    if (this.waiting) this.render();
    this.waiting = false;
  }

  render() {
    const state = this.state;
    if (!state) return;
    const show = byId("show", HTMLSelectElement).value;
    const group = byId("group", HTMLSelectElement).value;
    const search = byId("search", HTMLInputElement).value;
    const drawn = JSON.stringify([this.all, show, group, search, this.open, state.others, state.shared, state.state]);
    if (drawn === this.drawn) return;
    this.drawn = drawn;
    const focus = kept(this.holder);
    const groups = grouped(filtered(this.all, { show, search }), group);
    this.shown = groups.flatMap(([, rows]) => rows);
    const parts = groups.map(([heading, rows], index) =>
      make(
        "section",
        { "aria-labelledby": `group-${index}` },
        make("h2", { id: `group-${index}` }, `${heading} `, make("span", { class: "number" }, String(rows.length))),
        make("ul", { class: "rows" }, ...rows.map((row) => this.#row(row, state))),
      ),
    );
    if (!parts.length) parts.push(make("section", {}, make("p", { class: "hint" }, empty(this.all.length, state))));
    this.holder.replaceChildren(...parts);
    focus();
  }

  /**
   * @param {Row} row
   * @param {State} state
   */
  #row(row, state) {
    const open = row.key === this.open;
    const pages = [...new Set(row.places.map((place) => place.page).filter((page) => page !== null))];
    const where = pages.length ? `${pages.length > 1 ? "pages" : "page"} ${pages.slice(0, 6).join(", ")}${pages.length > 6 ? " ..." : ""}` : (row.places[0]?.label ?? "");
    const many = row.kind === "value" && row.places.length > 1 ? `${count(row.places.length, "place")}, ` : "";
    const first = row.findings[0];
    const button = make(
      "button",
      {
        type: "button",
        class: "row",
        id: `row-${row.key}`,
        "aria-expanded": String(open),
        "data-key": row.key,
        click: () => this.select(open ? "" : row.key),
      },
      make("span", { class: `tag ${row.action}` }, ACTIONS[row.action]),
      make("span", { class: "title" }, row.title),
      make("span", { class: "hint" }, [row.name, `${many}${where}`, first?.exemption].filter(Boolean).join(" \u00b7 ")),
    );
    const item = make("li", { class: open ? "open" : "" }, button);
    if (open) item.append(detail(row, state, this.drafts, { ...this.tell, goTo: (place) => this.tell.goTo(row, place) }));
    return item;
  }

  /**
   * Open a row; an empty key closes the one that is open.
   * @param {string} key
   * @param {{focus?: boolean}} [options]
   */
  select(key, { focus = false } = {}) {
    this.open = key;
    const row = this.all.find((one) => one.key === key);
    if (row && !this.shown.includes(row)) {
      byId("show", HTMLSelectElement).value = "all";
      byId("search", HTMLInputElement).value = "";
    }
    this.render();
    const button = document.getElementById(`row-${key}`);
    button?.closest("li")?.scrollIntoView({ block: "nearest" });
    if (focus) button?.focus();
    this.tell.selected(row ?? null, 0);
  }

  /**
   * Open the next row, or the next that is to decide; starts again from the top.
   * @param {number} step 1 or -1.
   * @param {{toDecide?: boolean}} [options]
   */
  move(step, { toDecide = false } = {}) {
    const rows = toDecide ? this.shown.filter((row) => row.action === "review" || row.key === this.open) : this.shown;
    const left = toDecide ? rows.filter((row) => row.action === "review") : rows;
    if (!left.length) return false;
    const at = rows.findIndex((row) => row.key === this.open);
    let next = at === -1 ? (step > 0 ? 0 : rows.length - 1) : (at + step + rows.length) % rows.length;
    while (toDecide && rows[next]?.action !== "review") next = (next + step + rows.length) % rows.length;
    const row = rows[next];
    if (row) this.select(row.key, { focus: true });
    return Boolean(row);
  }

  /** Return the row that is open. */
  get current() {
    return this.all.find((row) => row.key === this.open) ?? null;
  }
}

/**
 * @param {number} all
 * @param {State} state
 */
function empty(all, state) {
  if (state.state !== "checked") return "What is found appears here.";
  return all ? "Nothing fits the filter." : "Nothing was found. Read the letter yourself before you release it.";
}

/**
 * Remember where the reader is before the list is built anew, and return what puts them back there.
 * @param {HTMLElement} holder
 */
function kept(holder) {
  const active = document.activeElement;
  const id = active && holder.contains(active) ? active.id : "";
  const caret = active instanceof HTMLInputElement && active.type === "text" ? active.selectionStart : null;
  const scroller = holder.closest(".side");
  const top = scroller?.scrollTop ?? 0;
  return () => {
    if (scroller) scroller.scrollTop = top;
    const again = id ? document.getElementById(id) : null;
    if (!again || again === document.activeElement) return;
    again.focus({ preventScroll: true });
    if (caret !== null && again instanceof HTMLInputElement) again.setSelectionRange(caret, caret);
  };
}
