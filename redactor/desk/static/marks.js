// What is drawn over a page: each thing that was found, by shape and sign as well as colour.

/** @import {Box} from "./types.js" */
/** @import {Mark} from "./pages.js" */
import { draw } from "./dom.js";

/** @param {Box} box */
export const size = (box) => (box[2] - box[0]) * (box[3] - box[1]);

/** @param {number} page */
export function hatch(page) {
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
export function drawn(mark, selected, page) {
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
