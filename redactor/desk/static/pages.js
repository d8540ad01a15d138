// The pages: drawn by the redactor's own engine, loaded when near, with what was found drawn over them.

/** @import {Box, Finding, Issue, State} from "./types.js" */
import * as api from "./api.js";
import { calm, draw, make } from "./dom.js";

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
    this.drawing = false;
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
    holder.addEventListener("pointerdown", (event) => this.#down(event));
    /** @type {{page: Sheet, x: number, y: number, moved: boolean, second: boolean} | null} */
    this.corner = null;
    holder.addEventListener("pointermove", (event) => this.#move(event));
    holder.addEventListener("pointerup", (event) => this.#up(event));
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
    if (page && box) this.goTo(page, box);
    else if (page) this.goTo(page, [0, 0, 0, 0]);
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
    return sheet ? { sheet, ...this.#point(sheet, event) } : null;
  }

  /**
   * @param {Sheet} sheet
   * @param {MouseEvent} event
   */
  #point(sheet, event) {
    const frame = sheet.frame.getBoundingClientRect();
    const x = ((event.clientX - frame.left) / frame.width) * sheet.width;
    const y = ((event.clientY - frame.top) / frame.height) * sheet.height;
    return { x: Math.min(sheet.width, Math.max(0, x)), y: Math.min(sheet.height, Math.max(0, y)) };
  }

  // Drawing an area: by dragging, or by one click on each of two opposite corners (WCAG 2.2, 2.5.7).

  /** @param {boolean} on */
  draw(on) {
    this.drawing = on;
    this.corner = null;
    this.holder.classList.toggle("drawing", on);
    this.provisional(null);
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

  /** @param {PointerEvent} event */
  #down(event) {
    if (!this.drawing || event.button !== 0) return;
    const found = this.#at(event);
    if (!found) return;
    event.preventDefault();
    if (this.corner && this.corner.page === found.sheet) {
      this.corner.second = true;
      return;
    }
    this.corner = { page: found.sheet, x: found.x, y: found.y, moved: false, second: false };
  }

  /** @param {PointerEvent} event */
  #move(event) {
    const corner = this.corner;
    if (!this.drawing || !corner) return;
    const { x, y } = this.#point(corner.page, event);
    if (Math.hypot(x - corner.x, y - corner.y) > 4 && event.buttons) corner.moved = true;
    this.provisional({ page: corner.page.number, box: between(corner, { x, y }) });
  }

  /** @param {PointerEvent} event */
  #up(event) {
    const corner = this.corner;
    if (!this.drawing || !corner || !(corner.moved || corner.second)) return;
    const box = between(corner, this.#point(corner.page, event));
    if (box[2] - box[0] < 2 || box[3] - box[1] < 2) return;
    this.draw(false);
    this.tell.area(corner.page.number, snapped(box, corner.page));
  }

  /** Return the words that are selected on the pages: their text, and one box a line. */
  picked() {
    const selection = getSelection();
    if (!selection || selection.isCollapsed || !selection.rangeCount) return null;
    const range = selection.getRangeAt(0);
    /** @type {{page: number, box: Box}[]} */
    const areas = [];
    /** @type {string[]} */
    const text = [];
    for (const sheet of this.sheets) {
      if (!sheet.worded || !range.intersectsNode(sheet.frame)) continue;
      for (const word of sheet.frame.querySelectorAll(".words span")) {
        if (!(word instanceof HTMLElement) || !covers(range, word)) continue;
        const box = /** @type {Box} */ ((word.dataset.box ?? "").split(" ").map(Number));
        text.push(word.textContent ?? "");
        const last = areas.at(-1);
        if (last && last.page === sheet.number && Math.abs(last.box[1] - box[1]) < 3 && box[0] >= last.box[0])
          last.box = [last.box[0], Math.min(last.box[1], box[1]), box[2], Math.max(last.box[3], box[3])];
        else areas.push({ page: sheet.number, box });
      }
    }
    return text.length ? { text: text.join(" "), areas, place: range.getBoundingClientRect() } : null;
  }
}

/**
 * @param {Range} range
 * @param {HTMLElement} word
 */
function covers(range, word) {
  if (!range.intersectsNode(word)) return false;
  // A selection that ends at the very start of the next word does not hold it.
  const inside = document.createRange();
  inside.selectNodeContents(word);
  return range.compareBoundaryPoints(Range.END_TO_START, inside) < 0 && range.compareBoundaryPoints(Range.START_TO_END, inside) > 0;
}

/**
 * @param {{x: number, y: number}} one
 * @param {{x: number, y: number}} other
 * @returns {Box}
 */
function between(one, other) {
  return [Math.min(one.x, other.x), Math.min(one.y, other.y), Math.max(one.x, other.x), Math.max(one.y, other.y)];
}

/**
 * Return a drawn area with whole words: one that is mostly touched is in it, any other is out. In a picture nothing changes.
 * @param {Box} box
 * @param {Sheet} sheet
 * @returns {Box}
 */
function snapped(box, sheet) {
  let [x0, y0, x1, y1] = box;
  for (const word of sheet.frame.querySelectorAll(".words span")) {
    if (!(word instanceof HTMLElement)) continue;
    const [a0 = 0, b0 = 0, a1 = 0, b1 = 0] = (word.dataset.box ?? "").split(" ").map(Number);
    const across = Math.min(box[2], a1) - Math.max(box[0], a0);
    const down = Math.min(box[3], b1) - Math.max(box[1], b0);
    if (across <= 0 || down < 0.4 * (b1 - b0)) continue;
    if (across >= 0.3 * (a1 - a0)) {
      [x0, y0, x1, y1] = [Math.min(x0, a0), Math.min(y0, b0), Math.max(x1, a1), Math.max(y1, b1)];
    } else if (a0 < box[0]) x0 = Math.max(x0, Math.min(a1, x1 - 2));
    else if (a1 > box[2]) x1 = Math.min(x1, Math.max(a0, x0 + 2));
  }
  return [x0, y0, x1, y1];
}

/** @param {Box} box */
const size = (box) => (box[2] - box[0]) * (box[3] - box[1]);

/** @param {number} page */
function hatch(page) {
  const lines = draw("pattern", { id: `hatch-${page}`, width: 5, height: 5, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" });
  lines.append(draw("rect", { width: 5, height: 5, class: "hatch-ground" }), draw("rect", { width: 1.6, height: 5, class: "hatch-line" }));
  return draw("defs", {}, lines);
}

const SIGNS = { redact: "\u2715", review: "?", keep: "\u2713" };

/**
 * Draw one mark: hatched and boxed for what goes, dashed with a question mark for what is open, underlined for what stays.
 * @param {Mark} mark
 * @param {string} selected
 * @param {number} page
 */
function drawn(mark, selected, page) {
  const [x0, y0, x1, y1] = mark.box;
  const on = mark.key === selected ? " on" : "";
  if (mark.issue) {
    if (!on) return draw("path", { class: `flag ${mark.issue.severity}`, d: `M4 ${y0}h7l-2.5 3.5 2.5 3.5h-7z` });
    return draw("rect", { class: `passage${on}`, x: x0 - 1, y: y0 - 1, width: x1 - x0 + 2, height: y1 - y0 + 2 });
  }
  const action = mark.finding?.action ?? "review";
  const group = draw("g", { class: `mark ${action}${on}` });
  if (action === "keep") {
    group.append(draw("rect", { class: "ground", x: x0, y: y0, width: x1 - x0, height: y1 - y0 }));
    group.append(draw("path", { class: "line", d: `M${x0} ${y1}H${x1}` }));
  } else {
    const fill = action === "redact" ? { fill: `url(#hatch-${page})` } : {};
    group.append(draw("rect", { class: "ground", x: x0, y: y0, width: x1 - x0, height: y1 - y0, ...fill }));
  }
  const sign = draw("text", { class: "sign", x: x1 + 1, y: y0 + 4 });
  sign.textContent = SIGNS[action];
  group.append(sign);
  return group;
}
