// What the letter is: its kind, its dates against the law, and which question got which answer.

/** @import {Letter} from "./types.js" */
import { byId, make } from "./dom.js";

let drawn = "";

/**
 * @param {HTMLDetailsElement} box
 * @param {Letter | null} letter
 * @param {(page: number) => void} goTo
 */
export function letter(box, letter, goTo) {
  const now = JSON.stringify(letter);
  if (now === drawn) return;
  drawn = now;
  box.hidden = !letter;
  if (!letter) return;
  const page = (/** @type {string} */ label, /** @type {number | null} */ number, /** @type {string} */ what) =>
    number
      ? make("button", { type: "button", class: "link", "aria-label": `${what} ${label || "unnumbered"}, show page ${number}`, click: () => goTo(number) }, `${label || "unnumbered"} (p. ${number})`)
      : label || "none";
  const rows = letter.questions.map((one) =>
    make(
      "tr",
      { class: one.remark ? "wrong" : "" },
      make("td", {}, page(one.question, one.questionPage, "Question"), one.asked && make("p", { class: "hint" }, short(one.asked))),
      make("td", {}, page(one.answer, one.answerPage, "Answer"), one.answered && make("p", { class: "hint" }, short(one.answered))),
      make("td", {}, one.outcome, one.remark && make("p", { class: "remark" }, one.remark)),
    ),
  );
  byId("letter-body", HTMLElement).replaceChildren(
    make("p", {}, make("strong", {}, `${capital(letter.kind)}: `), `${letter.why}.`),
    letter.dates ? make("p", { class: letter.late ? "late" : "" }, letter.late ? make("strong", {}, "Late. ") : "", letter.dates) : "",
    rows.length
      ? make(
          "div",
          { class: "wide", tabIndex: 0, role: "region", "aria-label": "Questions and answers" },
          make(
            "table",
            {},
            make("caption", {}, "Questions and answers"),
            make("thead", {}, make("tr", {}, make("th", { scope: "col" }, "Question"), make("th", { scope: "col" }, "Answer"), make("th", { scope: "col" }, "Outcome"))),
            make("tbody", {}, ...rows),
          ),
        )
      : make("p", { class: "hint" }, "No questions were recognised."),
  );
}

/** @param {string} text */
const capital = (text) => text.slice(0, 1).toUpperCase() + text.slice(1);

/** @param {string} text */
function short(text) {
  return text.length > 160 ? `${text.slice(0, 157)}...` : text;
}
