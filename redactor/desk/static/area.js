// Drawing an area: by dragging, or by one click on each of two opposite corners (WCAG 2.2, 2.5.7).

/** @import {Box} from "./types.js" */
/** @import {Sheet} from "./pages.js" */

/** The pointer while an area is drawn on a page. */
export class Drawing {
  /**
   * @param {HTMLElement} holder
   * @param {object} tell
   * @param {(event: MouseEvent) => {sheet: Sheet, x: number, y: number} | null} tell.at
   * @param {(area: {page: number, box: Box} | null) => void} tell.provisional
   * @param {(page: number, box: Box) => void} tell.area
   */
  constructor(holder, tell) {
    this.holder = holder;
    this.tell = tell;
    this.on = false;
    /** @type {{page: Sheet, x: number, y: number, moved: boolean, second: boolean} | null} */
    this.corner = null;
    holder.addEventListener("pointerdown", (event) => this.#down(event));
    holder.addEventListener("pointermove", (event) => this.#move(event));
    holder.addEventListener("pointerup", (event) => this.#up(event));
  }

  /** @param {boolean} on */
  set(on) {
    this.on = on;
    this.corner = null;
    this.holder.classList.toggle("drawing", on);
    this.tell.provisional(null);
  }

  /** @param {PointerEvent} event */
  #down(event) {
    if (!this.on || event.button !== 0) return;
    const found = this.tell.at(event);
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
    if (!this.on || !corner) return;
    const { x, y } = point(corner.page, event);
    if (Math.hypot(x - corner.x, y - corner.y) > 4 && event.buttons) corner.moved = true;
    this.tell.provisional({ page: corner.page.number, box: between(corner, { x, y }) });
  }

  /** @param {PointerEvent} event */
  #up(event) {
    const corner = this.corner;
    if (!this.on || !corner || !(corner.moved || corner.second)) return;
    const box = between(corner, point(corner.page, event));
    if (box[2] - box[0] < 2 || box[3] - box[1] < 2) return;
    this.set(false);
    this.tell.area(corner.page.number, snapped(box, corner.page));
  }
}

/**
 * Return where on a page the pointer is, in points.
* @param {Sheet} sheet
 * @param {MouseEvent} event
 */
export function point(sheet, event) {
  const frame = sheet.frame.getBoundingClientRect();
  const x = ((event.clientX - frame.left) / frame.width) * sheet.width;
  const y = ((event.clientY - frame.top) / frame.height) * sheet.height;
  return { x: Math.min(sheet.width, Math.max(0, x)), y: Math.min(sheet.height, Math.max(0, y)) };
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
