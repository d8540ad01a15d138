// Add a redaction: by words, by numbers, by selecting on the page, or by drawing.

/** @import {Box, State} from "./types.js" */
/** @import {Pages} from "./pages.js" */
import { byId, count, say, showing } from "./dom.js";
import { selected } from "./selection.js";

const MM = 72 / 25.4;

/** @typedef {{term?: string, areas?: [number, Box][], exemption: string, reason: string, everywhere?: boolean}} Addition */

/** The dialog, the two buttons beside a selection, and the drawing on the page. */
export class Adding {
  /**
   * @param {Pages} pages
   * @param {(act: "term" | "areas", order: Addition) => Promise<string>} send Returns what went wrong, or nothing.
   */
  constructor(pages, send) {
    this.pages = pages;
    this.send = send;
    /** @type {State | null} */
    this.state = null;
    /** Areas that came from a selection of several lines. @type {{page: number, box: Box}[]} */
    this.more = [];
    this.dialog = byId("adding", HTMLDialogElement);
    this.error = byId("adding-error", HTMLElement);
    this.picked = byId("picked", HTMLElement);
    byId("adding-form", HTMLFormElement).addEventListener("submit", (event) => {
      event.preventDefault();
      void this.#submit();
    });
    byId("adding-cancel", HTMLButtonElement).addEventListener("click", () => this.dialog.close());
    this.dialog.addEventListener("close", () => this.pages.provisional(null));
    for (const choice of this.#choices()) choice.addEventListener("change", () => this.#shape());
    for (const id of ["page", "left", "top", "width", "height"])
      byId(`area-${id}`, HTMLInputElement).addEventListener("input", () => {
        this.more = [];
        this.#shape();
      });
    byId("draw", HTMLButtonElement).addEventListener("click", () => this.draw());
    byId("drawing-cancel", HTMLButtonElement).addEventListener("click", () => this.stop());
    byId("picked-all", HTMLButtonElement).addEventListener("click", () => this.#fromWords("term"));
    byId("picked-here", HTMLButtonElement).addEventListener("click", () => this.#fromWords("area"));
    document.addEventListener("selectionchange", () => this.#selected());
  }

  #choices() {
    return /** @type {NodeListOf<HTMLInputElement>} */ (this.dialog.querySelectorAll('input[name="what"]'));
  }

  get #what() {
    return [...this.#choices()].find((choice) => choice.checked)?.value ?? "term";
  }

  /**
   * Open the dialog.
   * @param {"term" | "area"} what
   * @param {{term?: string, areas?: {page: number, box: Box}[]}} [filled]
   */
  open(what, { term = "", areas = [] } = {}) {
    for (const choice of this.#choices()) choice.checked = choice.value === what;
    this.#fail("", "");
    byId("term", HTMLInputElement).value = term;
    const first = areas[0];
    this.more = areas;
    this.#set("page", String(first?.page ?? this.pages.current));
    const box = first?.box ?? null;
    this.#set("left", box ? millimetres(box[0]) : "");
    this.#set("top", box ? millimetres(box[1]) : "");
    this.#set("width", box ? millimetres(box[2] - box[0]) : "");
    this.#set("height", box ? millimetres(box[3] - box[1]) : "");
    const others = this.state?.others ?? 0;
    byId("term-everywhere-choice", HTMLElement).hidden = !others || Boolean(this.state?.shared);
    this.#shape();
    if (!this.dialog.open) this.dialog.showModal();
    const field = what === "term" ? (term ? "add-exemption" : "term") : areas.length ? "add-exemption" : "draw";
    byId(field, HTMLElement).focus();
  }

  /**
   * @param {string} id
   * @param {string} value
   */
  #set(id, value) {
    byId(`area-${id}`, HTMLInputElement).value = value;
  }

  #shape() {
    const area = this.#what === "area";
    byId("adding-area", HTMLElement).hidden = !area;
    byId("adding-term", HTMLElement).hidden = area;
    const more = byId("area-more", HTMLElement);
    more.hidden = this.more.length < 2;
    more.textContent = `The selection runs over ${count(this.more.length, "line")}; each gets its own box.`;
    const found = area ? this.#areas() : null;
    this.pages.provisional(Array.isArray(found) && found[0] ? { page: found[0][0], box: found[0][1] } : null);
  }

  /** @returns {[number, Box][] | string} The areas, or the field that is wrong. */
  #areas() {
    if (this.more.length > 1) return this.more.map(({ page, box }) => [page, box]);
    /** @type {Record<string, number>} */
    const numbers = {};
    for (const id of ["page", "left", "top", "width", "height"]) {
      const text = byId(`area-${id}`, HTMLInputElement).value.trim().replace(",", ".");
      const value = Number(text);
      if (!text || !Number.isFinite(value)) return id;
      numbers[id] = value;
    }
    const { page = 0, left = 0, top = 0, width = 0, height = 0 } = numbers;
    if (!Number.isInteger(page) || page < 1 || page > (this.state?.sheets.length ?? 0)) return "page";
    if (width <= 0) return "width";
    if (height <= 0) return "height";
    return [[page, [left * MM, top * MM, (left + width) * MM, (top + height) * MM]]];
  }

  async #submit() {
    const exemption = byId("add-exemption", HTMLInputElement).value.trim();
    const reason = byId("add-reason", HTMLInputElement).value.trim();
    /** @type {Addition} */
    const order = { exemption, reason };
    if (this.#what === "term") {
      order.term = byId("term", HTMLInputElement).value.trim();
      if (order.term.length < 2) return this.#fail("Give at least two letters of what is to go.", "term");
      order.everywhere = byId("term-everywhere", HTMLInputElement).checked;
    } else {
      const areas = this.#areas();
      if (typeof areas === "string") return this.#fail(`Give a number for the area's ${areas === "left" || areas === "top" ? `distance from the ${areas}` : areas}, or draw it.`, `area-${areas}`);
      order.areas = areas;
    }
    if (reason.length < 3) return this.#fail("Say why it goes. The schedule and the decisions file record it.", "add-reason");
    const problem = await this.send(this.#what === "term" ? "term" : "areas", order);
    if (problem) return this.#fail(problem, "");
    byId("add-reason", HTMLInputElement).value = "";
    getSelection()?.removeAllRanges();
    this.dialog.close();
  }

  /**
   * @param {string} text
   * @param {string} field
   */
  #fail(text, field) {
    this.error.textContent = text;
    this.error.hidden = !text;
    for (const input of this.dialog.querySelectorAll("[aria-invalid]")) input.removeAttribute("aria-invalid");
    if (field) {
      const input = byId(field, HTMLInputElement);
      input.setAttribute("aria-invalid", "true");
      input.focus();
    }
  }

  /** Let the officer draw an area on a page. */
  draw() {
    this.dialog.close();
    showing("pages");
    byId("drawing", HTMLElement).hidden = false;
    this.pages.area.set(true);
    say("Drawing. Drag over what is to go, or click two opposite corners. Escape stops.");
  }

  /** Stop drawing without an area. */
  stop() {
    byId("drawing", HTMLElement).hidden = true;
    this.pages.area.set(false);
  }

  /**
   * Take what was drawn into the dialog.
   * @param {number} page
   * @param {Box} box
   */
  drawn(page, box) {
    byId("drawing", HTMLElement).hidden = true;
    this.open("area", { areas: [{ page, box }] });
  }

  #selected() {
    if (this.dialog.open || this.pages.released) return;
    const found = selected(this.pages.sheets);
    this.picked.hidden = !found;
    if (!found) return;
    const { place } = found;
    this.picked.style.left = `${Math.min(innerWidth - 260, Math.max(8, place.left))}px`;
    this.picked.style.top = `${Math.min(innerHeight - 60, place.bottom + 8)}px`;
  }

  /** @param {"term" | "area"} what */
  #fromWords(what) {
    const found = selected(this.pages.sheets);
    if (!found) return;
    this.picked.hidden = true;
    this.open(what, what === "term" ? { term: found.text } : { areas: found.areas });
  }
}

/** @param {number} points */
function millimetres(points) {
  return (points / MM).toFixed(1);
}
