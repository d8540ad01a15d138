// Release: make the copy, watch the checks, settle what a person has to say, take the files away.

/** @import {Copy, State} from "./types.js" */
import { byId, count, make, say } from "./dom.js";

/**
 * @typedef {object} Tell
 * @property {(order: {looked: boolean, released_by: string, approved_by: string}) => void} release
 * @property {() => void} back
 * @property {() => void} again
 * @property {(what: {page?: number, code?: string, show?: string}) => void} leadTo
 * @property {(on: boolean) => void} preview
 */

const FILES = /** @type {[string, string, string][]} */ ([
  ["copy", "Redacted copy", "PDF, proved by the checks below"],
  ["schedule", "Schedule", "CSV: what was removed, where, and under which exemption"],
  ["report", "Report", "HTML: findings (masked), checks and problems"],
  ["data", "Report as data", "JSON"],
]);

/** The panel in which a copy is made and released. */
export class Releasing {
  /**
   * @param {HTMLElement} panel
   * @param {Tell} tell
   */
  constructor(panel, tell) {
    this.panel = panel;
    this.tell = tell;
    this.drawn = "";
    this.making = false;
    this.title = make("h2", { id: "release-title", tabIndex: -1 });
    this.rest = make("div");
    panel.append(
      make("button", { type: "button", class: "link", id: "release-back", click: () => tell.back() }, "Back to the items"),
      this.title,
      this.rest,
    );
    this.typed = { released_by: "", approved_by: "", looked: false };
    /** @type {{text: string, where: string}} */
    this.wrong = { text: "", where: "" };
  }

  /** @param {State} state */
  show(state) {
    const drawn = JSON.stringify([state.copy, state.secondPerson, state.state, state.revision, this.wrong]);
    if (drawn === this.drawn) return;
    this.drawn = drawn;
    const copy = state.copy;
    // Built anew at every check that ends; the heading, which has the focus, stays, or it would be read out each time.
    const focused = this.rest.contains(document.activeElement) ? document.activeElement?.id : "";
    this.title.textContent = copy.released.length ? "Released" : "Release this document";
    this.rest.replaceChildren(...[...this.#body(state), checks(state)].filter((part) => part !== null));
    if (focused) document.getElementById(focused)?.focus();
    this.#tell(copy);
  }

  /**
   * Say when the making begins and when the copy is proved; that it was refused is an alert of its own.
   * @param {Copy} copy
   */
  #tell(copy) {
    if (copy.state === "running" && !this.making) say("Making and proving the copy.");
    if (copy.state === "proved" && this.making) say(copy.open ? stillOpen(copy) : "Every check passed.");
    this.making = copy.state === "running";
  }

  /**
   * Say what stands in the way of what was just asked.
   * @param {string} text
   * @param {string} where
   */
  fail(text, where) {
    this.wrong = { text, where };
  }

  /**
   * @param {State} state
   * @returns {(Node | null)[]}
   */
  #body(state) {
    const copy = state.copy;
    if (copy.released.length) return this.#files(state);
    if (copy.state === "running")
      return [make("p", { role: "status" }, `${copy.doing || "Waiting for the search to end"}.`), make("progress", { "aria-label": "Making and proving the copy" })];
    if (copy.state === "refused") return this.#refused(state);
    if (copy.state === "proved") return this.#form(state);
    return [
      make("p", {}, copy.stale ? "Something was decided since the copy was made." : "No copy has been made yet."),
      make("button", { type: "button", class: "go", id: "release-again", click: () => this.tell.again() }, "Make and prove the copy"),
    ];
  }

  /** @param {State} state */
  #refused(state) {
    const { copy } = state;
    /** @type {HTMLElement[]} */
    const parts = [
      make(
        "div",
        { class: "banner wrong", role: "alert" },
        make("p", {}, make("strong", {}, "This document must not be released. Nothing is offered for download.")),
        copy.problem && make("p", {}, `The copy ${copy.problem}. ${copy.remedy}`),
      ),
    ];
    if (copy.failures.length)
      parts.push(
        make("ul", { class: "plain" }, ...copy.failures.map(([code, text, page]) => make("li", {}, `${code}: ${text} `, this.#way(page, code)))),
      );
    const blocking = copy.issues.filter((issue) => issue.severity === "block");
    if (blocking.length)
      parts.push(
        make("ul", { class: "plain" }, ...blocking.map((issue) => make("li", {}, `${issue.code}: ${issue.message} ${issue.fix} `, this.#way(issue.page, issue.code)))),
      );
    return [...parts, make("button", { type: "button", id: "release-again", click: () => this.tell.again() }, "Try again")];
  }

  /**
   * @param {number | null} page
   * @param {string} code
   */
  #way(page, code) {
    const what = page ? { page, code } : { code };
    return make("button", { type: "button", class: "link", click: () => this.tell.leadTo(what) }, page ? `Go to page ${page}` : "Show it");
  }

  /** @param {State} state */
  #form(state) {
    const { copy } = state;
    if (copy.open)
      return [
        make("p", {}, stillOpen(copy)),
        make("button", { type: "button", class: "go", id: "release-open", click: () => this.tell.leadTo({ show: "review" }) }, "Decide what is open"),
      ];
    const form = make("form", { class: "signing", noValidate: true });
    const error = make("p", { class: "error", role: "alert", hidden: !this.wrong.text }, this.wrong.text);
    const field = (/** @type {"released_by" | "approved_by"} */ name, /** @type {string} */ label) => {
      const input = make("input", { id: name, type: "text", autocomplete: "off", value: this.typed[name] || (name === "released_by" ? state.by : "") });
      if (this.wrong.where === name) input.setAttribute("aria-invalid", "true");
      input.addEventListener("input", () => (this.typed[name] = input.value));
      form.append(make("label", { for: name }, label), input);
      return input;
    };
    form.append(
      make("p", {}, "Every check passed. Look at the copy as it will be, then release it."),
      make("button", { type: "button", id: "release-preview", click: () => this.tell.preview(true) }, "Look at the copy"),
      error,
    );
    let looked = /** @type {HTMLInputElement | null} */ (null);
    if (copy.issues.length) {
      form.append(
        make("h3", {}, `${count(copy.issues.length, "problem")} to look at`),
        make("ul", { class: "plain" }, ...copy.issues.map((issue) => make("li", {}, `${issue.code}: ${issue.message} `, this.#way(issue.page, issue.code)))),
      );
      looked = make("input", { type: "checkbox", id: "looked", checked: this.typed.looked });
      const box = looked;
      box.addEventListener("input", () => (this.typed.looked = box.checked));
      form.append(make("label", { class: "choice" }, looked, " I have looked at each of these, and the document may go out"));
    }
    const by = field("released_by", "Released by");
    const approved = state.secondPerson ? field("approved_by", "Approved by (somebody else who has looked at the copy)") : null;
    form.append(make("div", { class: "buttons" }, make("button", { class: "go", id: "release-now" }, "Release")));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.tell.release({ looked: looked?.checked ?? false, released_by: by.value.trim(), approved_by: approved?.value.trim() ?? "" });
    });
    return [form];
  }

  /** @param {State} state */
  #files(state) {
    const signed = Object.entries(state.copy.signed).map(([key, name]) => `${key[0]?.toUpperCase() ?? ""}${key.slice(1)}: ${name}`);
    return [
      make("p", {}, `${signed.join(". ")}.`),
      make(
        "ul",
        { class: "files" },
        ...FILES.filter(([kind]) => state.copy.released.includes(kind)).map(([kind, name, hint]) =>
          make("li", {}, make("a", { href: `/files/${state.id}/download/${kind}`, id: `file-${kind}`, download: "" }, name), make("span", { class: "hint" }, hint)),
        ),
        make("li", {}, make("a", { href: `/files/${state.id}/schedule` }, "Schedule to print"), make("span", { class: "hint" }, "A page of its own")),
        make("li", {}, make("a", { href: `/files/${state.id}/download/decisions`, download: "" }, "Decisions"), make("span", { class: "hint" }, "Keep it with the case; it holds what you decided")),
      ),
      state.copy.written ? make("p", { class: "hint" }, "They were also written into the output folder.") : null,
    ];
  }
}

/** @param {State} state */
function checks(state) {
  const { checks: done } = state.copy;
  if (!done.length) return null;
  /** @type {Map<string, [string, string, string]>} */
  const byCode = new Map();
  for (const one of done) if (byCode.get(one[0])?.[2] !== "fail") byCode.set(one[0], one);
  return make(
    "section",
    { "aria-labelledby": "checks-title" },
    make("h3", { id: "checks-title" }, "How the copy was checked"),
    make(
      "ol",
      { class: "checks" },
      ...[...byCode.values()].map(([code, title, status]) =>
        make("li", { class: status }, make("span", { class: `tag ${status === "pass" ? "keep" : "block"}` }, status === "pass" ? "Passed" : "Failed"), ` ${code}: ${title}`),
      ),
    ),
  );
}

/** @param {Copy} copy */
const stillOpen = (copy) => `The copy is proved, but ${count(copy.open, "place is", "places are")} still to decide.`;

/** Return the panel's heading, which takes the focus when the panel opens. */
export function heading() {
  return byId("release-title", HTMLElement);
}
