// The words that are selected on the pages.

/** @import {Box} from "./types.js" */
/** @import {Sheet} from "./pages.js" */

/**
 * Return the text of the words that are selected, and one box a line; nothing where none is.
 * @param {Sheet[]} sheets
 */
export function selected(sheets) {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || !selection.rangeCount) return null;
  const range = selection.getRangeAt(0);
  /** @type {{page: number, box: Box}[]} */
  const areas = [];
  /** @type {string[]} */
  const text = [];
  for (const sheet of sheets) {
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
