// Single keys for everything the desk does, with a sheet that lists them; they can be switched off (WCAG 2.2, 2.1.4).

import { byId, make } from "./dom.js";

/** @typedef {{key: string, also?: string, name: string, act: () => void}} Key */

const OFF = "desk-keys-off";

/**
 * @param {Key[]} keys
 * @param {() => void} escape
 */
export function listen(keys, escape) {
  const on = byId("keys-on", HTMLInputElement);
  on.checked = sessionStorage.getItem(OFF) === null;
  on.addEventListener("change", () => (on.checked ? sessionStorage.removeItem(OFF) : sessionStorage.setItem(OFF, "1")));
  sheet(keys);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") return escape();
    if (event.altKey || document.querySelector("dialog[open]")) return;
    const target = event.target;
    const types = target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || (target instanceof HTMLInputElement && !["checkbox", "radio"].includes(target.type));
    if ((event.ctrlKey || event.metaKey) && !types && event.key.toLowerCase() === "z") {
      event.preventDefault();
      keys.find((one) => one.key === (event.shiftKey ? "Shift+U" : "U"))?.act();
      return;
    }
    if (types || event.ctrlKey || event.metaKey || !on.checked) return;
    const letter = event.key.length === 1 && /[a-z]/i.test(event.key);
    const pressed = letter ? `${event.shiftKey ? "Shift+" : ""}${event.key.toUpperCase()}` : event.key;
    const found = keys.find((one) => one.key === pressed || one.also === pressed);
    if (!found || (event.key.startsWith("Arrow") && scrolls(target))) return;
    event.preventDefault();
    found.act();
  });
}

/**
 * Return whether the arrows are for what has the focus: a column that scrolls takes the focus for nothing else.
 * @param {EventTarget | null} target
 */
function scrolls(target) {
  return target instanceof HTMLElement && target.tabIndex === 0 && target.scrollHeight > target.clientHeight && target.matches("section, div");
}

/** @param {Key[]} keys */
function sheet(keys) {
  const named = (/** @type {string} */ key) => ({ ArrowDown: "\u2193", ArrowUp: "\u2191" })[key] ?? key;
  byId("key-list", HTMLElement).replaceChildren(
    make(
      "dl",
      { class: "keys" },
      ...keys.flatMap((one) => [
        make("dt", {}, make("kbd", {}, named(one.key)), one.also ? " or " : "", one.also ? make("kbd", {}, named(one.also)) : ""),
        make("dd", {}, one.name),
      ]),
      make("dt", {}, make("kbd", {}, "Esc")),
      make("dd", {}, "Stop drawing, leave the release, close the open item"),
    ),
  );
}
