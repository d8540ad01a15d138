// Where the document stands: its verdict, the password it wants, what keeps it from being read, and what is being done.

/** @import {State} from "./types.js" */
import { byId, make } from "./dom.js";

const VERDICTS = /** @type {Record<string, [string, string]>} */ ({
  blocked: ["Blocked", "blocked"],
  review: ["To review", "review"],
  ready: ["Ready to release", "ready"],
  released: ["Released", "released"],
});

/** @param {State} state */
function badge(state) {
  const [word, kind] = VERDICTS[state.verdict] ?? [state.state === "failed" ? "Cannot be read" : state.state === "locked" ? "Needs a password" : "Searching", state.state === "failed" ? "blocked" : "plain"];
  const verdict = byId("verdict", HTMLElement);
  verdict.textContent = word ?? "";
  verdict.className = `tag ${kind}`;
  byId("sentence", HTMLElement).textContent = state.sentence || (state.state === "failed" ? "" : state.state === "locked" ? "Give its password to have it searched." : "What is found appears as soon as the file has been searched.");
}

let lockedShelf = -1;
let noticed = "";

/**
 * @param {State} state
 * @param {() => void} again Try once more what failed.
 */
export function standing(state, again) {
  badge(state);
  if (state.notice && state.notice !== noticed) {
    noticed = state.notice;
    const notice = byId("notice", HTMLElement);
    notice.hidden = false;
    notice.textContent = state.notice;
  }
  const locked = state.state === "locked";
  const failed = state.state === "failed";
  const form = byId("password", HTMLElement);
  form.hidden = !locked;
  // By the shelf: a wrong password may be answered before this page has seen that one was tried.
  if (locked && state.shelf !== lockedShelf) {
    lockedShelf = state.shelf;
    const field = byId("password-field", HTMLInputElement);
    byId("password-wrong", HTMLElement).hidden = !state.wrong;
    field.setAttribute("aria-invalid", String(state.wrong));
    field.focus(); // there is nothing else to do here
  }
  byId("filters", HTMLElement).hidden = locked || failed || !state.sheets.length;
  byId("list", HTMLElement).hidden = locked || failed;
  const why = byId("failed", HTMLElement);
  why.hidden = !failed;
  if (failed && why.dataset.text !== state.problem) {
    why.dataset.text = state.problem;
    why.replaceChildren(
      make("h2", {}, "This file cannot be checked"),
      make("p", {}, state.problem),
      make("p", {}, state.remedy),
      make("button", { type: "button", click: again }, "Try again"),
    );
  }
  const busy = !locked && !failed && (!state.settled || state.state !== "checked");
  const first = busy && !state.findings.length && !state.issues.length;
  byId("busy", HTMLElement).hidden = !first;
  byId("busy-text", HTMLElement).textContent = state.ready ? `${state.doing || "Searching"}.` : "The name model is loading. The pages can be read already.";
  byId("side", HTMLElement).setAttribute("aria-busy", String(busy));
}
