// The pages: drawn by the redactor's own engine, loaded when near, with what was found drawn over them.

/** @import {Box, Finding, Issue, State} from "./types.js" */
import * as api from "./api.js";
import { Drawing, point } from "./area.js";
import { calm, draw, make } from "./dom.js";
import { drawn, hatch, size } from "./marks.js";

const ZOOMS = [0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4];
const NEAR = "150% 0px";
/** Pages are asked for only once the scrolling has rested on them for so long, in milliseconds. */
const REST = 70;

/**
 * @typedef {object} Sheet
 * @property {number} number
 * @property {HTMLElement} frame
 * @property {SVGElement} overlay
 * @property {number} width
 * @property {number} height
 * @property {boolean} near
 * @property {string} picture
 * @property {boolean} worded
 */

/** @typedef {{key: string, finding: Finding | null, issue: Issue | null, box: Box}} Mark */

/** The scrolling column of pages. */
export class Pages {
  /**
   * @param {HTMLElement} holder
   * @param {{picked: (key: string) => void, area: (page: number, box: Box) => void, drawn: () => void}} tell
   */
  constructor(holder, tell) {
    this.holder = holder;
    this.tell = tell;
    /** @type {Sheet[]} */
    this.sheets = [];
    this.zoom = 2;
    this.released = false;
    this.selected = "";
    /** @type {State | null} */
    this.state = null;
    /** @type {Map<number, Mark[]>} */
    this.marks = new Map();
    this.laid = "";
    this.sized = 0;
    /** A place asked for while the pages were behind the items. @type {[number, Box] | null} */
    this.wanted = null;
    this.watch = new IntersectionObserver((entries) => this.#seen(entries), { root: holder, rootMargin: NEAR });
    new ResizeObserver(() => this.#size()).observe(holder);
    holder.addEventListener("click", (event) => this.#clicked(event));
    this.area = new Drawing(holder, { at: (event) => this.#at(event), provisional: (area) => this.provisional(area), area: tell.area });
  }

  /**
   * Show a state of the document.
   * @param {State} state
   * @param {Map<number, Mark[]>} marks
   */
  show(state, marks) {
    this.state = state;
    const laid = JSON.stringify([state.sheets, state.shelf]);
    if (laid !== this.laid) this.#lay(laid, state);
    const revision = this.copied ? state.copy.revision : -1;
    this.marks = marks;
    for (const sheet of this.sheets) {
      if (!sheet.near) continue;
      this.#overlay(sheet);
      if (sheet.picture && !sheet.picture.endsWith(`|${revision}`)) this.#picture(sheet);
    }
  }

  /**
   * @param {string} laid
   * @param {State} state
   */
  #lay(laid, state) {
    this.laid = laid;
    this.watch.disconnect();
    const many = state.sheets.length;
    this.sheets = state.sheets.map(([width, height], index) => {
      const number = index + 1;
      const overlay = draw("svg", {
        viewBox: `0 0 ${width} ${height}`,
        class: "overlay",
        "aria-hidden": "true",
        focusable: "false",
      });
      const frame = make("div", { class: "page", id: `page-${number}`, role: "group", "aria-label": `Page ${number} of ${many}` });
      frame.append(overlay);
      return { number, frame, overlay, width, height, near: false, picture: "", worded: false };
    });
    this.holder.replaceChildren(...this.sheets.map((sheet) => sheet.frame));
    this.#size();
    for (const sheet of this.sheets) this.watch.observe(sheet.frame);
  }

  /** Return whether the pages are drawn from the redacted copy: asked for, and there is one of the present decisions. */
  get copied() {
    return this.released && Boolean(this.state?.copy.drawable);
  }

  /** Return pixels a point at the present zoom: at 100 % the widest page fits the column. */
  get scale() {
    const widest = Math.max(1, ...this.sheets.map((sheet) => sheet.width));
    const room = Math.max(200, this.holder.clientWidth - 32);
    return (Math.min(room, 1100) / widest) * (ZOOMS[this.zoom] ?? 1);
  }

  #size() {
    const scale = this.scale;
    this.sized = scale;
    for (const sheet of this.sheets) {
      sheet.frame.style.width = `${sheet.width * scale}px`;
      sheet.frame.style.height = `${sheet.height * scale}px`;
      sheet.frame.style.setProperty("--points", String(scale));
      if (sheet.near && sheet.picture) this.#picture(sheet);
    }
    if (this.wanted && this.holder.clientHeight) this.goTo(...this.wanted);
  }

  /**
   * Make pages larger or smaller and return the new size in per cent; what is in the middle stays there.
   * @param {number} step
   */
  resize(step) {
    const middle = (this.holder.scrollTop + this.holder.clientHeight / 2) / Math.max(1, this.holder.scrollHeight);
    this.zoom = Math.min(ZOOMS.length - 1, Math.max(0, this.zoom + step));
    this.#size();
    this.holder.scrollTop = middle * this.holder.scrollHeight - this.holder.clientHeight / 2;
    return Math.round((ZOOMS[this.zoom] ?? 1) * 100);
  }

  /** @param {IntersectionObserverEntry[]} entries */
  #seen(entries) {
    for (const entry of entries) {
      const sheet = this.sheets.find((one) => one.frame === entry.target);
      if (!sheet) continue;
      sheet.near = entry.isIntersecting;
      if (sheet.near) setTimeout(() => sheet.near && !sheet.picture && this.#load(sheet), sheet.number === 1 ? 0 : REST);
      else this.#drop(sheet);
    }
  }

  /** @param {Sheet} sheet */
  #load(sheet) {
    this.#picture(sheet);
    this.#overlay(sheet);
    if (!sheet.worded) void this.#words(sheet);
  }

  /** @param {Sheet} sheet */
  #drop(sheet) {
    sheet.picture = "";
    sheet.worded = false;
    sheet.frame.replaceChildren(sheet.overlay);
    sheet.overlay.replaceChildren();
  }

  /** @param {Sheet} sheet */
  #picture(sheet) {
    const state = this.state;
    if (!state) return;
    const copy = this.copied;
    const scale = Math.ceil(this.scale * devicePixelRatio * 4) / 4;
    const address = `/files/${state.id}/pages/${sheet.number}.png?scale=${scale}&shelf=${state.shelf}${copy ? `&copy=${state.copy.revision}` : ""}`;
    const name = `${address}|${copy ? state.copy.revision : -1}`;
    if (name === sheet.picture) return;
    sheet.picture = name;
    const image = make("img", {
      alt: `Page ${sheet.number}${copy ? ", as released" : ""}`,
      draggable: false,
      class: copy ? "copy" : "source",
    });
    image.addEventListener("load", () => {
      for (const old of sheet.frame.querySelectorAll("img")) if (old !== image) old.remove();
      this.tell.drawn();
    });
    image.addEventListener("error", () => {
      if (sheet.picture !== name) return;
      sheet.frame.querySelector(".unseen-page")?.remove();
      sheet.frame.append(make("p", { class: "unseen-page" }, "This page cannot be drawn. Do not release it unseen."));
    });
    image.src = address;
    sheet.frame.prepend(image);
  }

  /** @param {Sheet} sheet */
  async #words(sheet) {
    if (!this.state) return;
    sheet.worded = true;
    const words = await api.words(this.state.id, sheet.number).catch(() => []);
    if (!sheet.near || !sheet.worded) return;
    const layer = make("div", { class: "words" });
    let before = -1;
    for (const [x0, y0, x1, y1, line, text] of words) {
      if (before !== -1) layer.append(line === before ? " " : "\n");
      before = line;
      const word = make("span", {}, text);
      word.style.left = `${(x0 / sheet.width) * 100}%`;
      word.style.top = `${(y0 / sheet.height) * 100}%`;
      word.style.width = `${((x1 - x0) / sheet.width) * 100}%`;
      word.style.height = `${((y1 - y0) / sheet.height) * 100}%`;
      word.style.fontSize = `calc(var(--points) * ${(y1 - y0) * 0.72}px)`;
      word.dataset.box = [x0, y0, x1, y1].join(" ");
      layer.append(word);
    }
    sheet.frame.querySelector(".words")?.remove();
    sheet.frame.append(layer);
  }

  /** @param {Sheet} sheet */
  #overlay(sheet) {
    const marks = this.marks.get(sheet.number) ?? [];
    sheet.overlay.replaceChildren(hatch(sheet.number), ...marks.map((mark) => drawn(mark, this.selected, sheet.number)));
  }

  /**
   * Mark one item as chosen, and bring a place of it into view.
   * @param {string} key
   * @param {number | null} [page]
   * @param {Box} [box]
   */
  select(key, page, box) {
    this.selected = key;
    for (const sheet of this.sheets) if (sheet.near) this.#overlay(sheet);
    if (page) this.goTo(page, box ?? [0, 0, 0, 0]);
  }

  /**
   * @param {number} page
   * @param {Box} box
   */
  goTo(page, box) {
    const sheet = this.sheets[page - 1];
    if (!sheet) return;
    this.wanted = this.holder.clientHeight ? null : [page, box];
    if (this.wanted) return;
    const scale = this.scale;
    if (scale !== this.sized) this.#size();
    const top = sheet.frame.offsetTop + box[1] * scale;
    const left = sheet.frame.offsetLeft + box[0] * scale;
    const { scrollTop, clientHeight, scrollLeft, clientWidth } = this.holder;
    const low = top < scrollTop + 40 || top > scrollTop + clientHeight - 80;
    const wide = left < scrollLeft || left > scrollLeft + clientWidth - 60;
    if (low || wide)
      this.holder.scrollTo({
        top: low ? top - clientHeight / 3 : scrollTop,
        left: wide ? Math.max(0, left - 60) : scrollLeft,
        behavior: calm() ? "auto" : "smooth",
      });
  }

  /** Return the number of the page that fills most of the view. */
  get current() {
    const middle = this.holder.scrollTop + this.holder.clientHeight / 2;
    const found = this.sheets.find((sheet) => sheet.frame.offsetTop + sheet.frame.offsetHeight > middle);
    return found?.number ?? 1;
  }

  /** @param {MouseEvent} event */
  #clicked(event) {
    if (this.drawing || !getSelection()?.isCollapsed) return;
    const found = this.#at(event);
    if (!found) return;
    const { sheet, x, y } = found;
    const hits = (this.marks.get(sheet.number) ?? []).filter(
      ({ box, finding }) =>
        (finding ?? box) && x >= box[0] - 2 && x <= box[2] + 2 && y >= box[1] - 2 && y <= box[3] + 2,
    );
    hits.sort((a, b) => size(a.box) - size(b.box));
    if (hits[0]) this.tell.picked(hits[0].key);
  }

  /** @param {MouseEvent} event */
  #at(event) {
    const target = event.target instanceof Element ? event.target.closest(".page") : null;
    const sheet = this.sheets.find((one) => one.frame === target);
    return sheet ? { sheet, ...point(sheet, event) } : null;
  }

  /** Return whether an area is being drawn. */
  get drawing() {
    return this.area.on;
  }

  /**
   * Show where an area would be.
   * @param {{page: number, box: Box} | null} area
   */
  provisional(area) {
    for (const old of this.holder.querySelectorAll(".provisional")) old.remove();
    const sheet = area ? this.sheets[area.page - 1] : undefined;
    if (!area || !sheet) return;
    const [x0, y0, x1, y1] = area.box;
    sheet.overlay.append(draw("rect", { class: "provisional", x: x0, y: y0, width: x1 - x0, height: y1 - y0 }));
  }
}
