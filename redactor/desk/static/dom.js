// Small helpers for building the page; text is only ever set as text, never as markup.

/**
 * Return an element of the page by its id.
 * @template {HTMLElement} T
 * @param {string} id
 * @param {new () => T} type
 * @returns {T}
 */
export function byId(id, type) {
  const found = document.getElementById(id);
  if (!(found instanceof type)) throw new Error(`#${id} is missing`);
  return found;
}

/**
 * Make an element with properties and children; a property with a hyphen is an attribute.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Record<string, string | number | boolean | null | undefined | ((event: any) => void)>} [properties]
 * @param {...(Node | string | null | undefined | false)} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") element.addEventListener(name, value);
    else if (name === "class") element.className = String(value);
    else if (name.includes("-") || name === "role" || name === "for" || name === "list" || name === "scope")
      element.setAttribute(name, String(value));
    else Reflect.set(element, name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

const SVG = "http://www.w3.org/2000/svg";

/**
 * Make an SVG element with attributes.
 * @param {string} tag
 * @param {Record<string, string | number>} [attributes]
 * @param {...Node} children
 * @returns {SVGElement}
 */
export function draw(tag, attributes = {}, ...children) {
  const element = /** @type {SVGElement} */ (document.createElementNS(SVG, tag));
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.append(...children);
  return element;
}

/**
 * Return "1 place" or "3 places".
 * @param {number} number
 * @param {string} one
 * @param {string} [many]
 */
export function count(number, one, many) {
  return `${number} ${number === 1 ? one : (many ?? `${one}s`)}`;
}

/**
 * Turn to the items or to the pages, where only one of the two fits.
 * @param {"items" | "pages"} what
 */
export function showing(what) {
  document.body.dataset.show = what;
  byId("show-items", HTMLElement).setAttribute("aria-pressed", String(what === "items"));
  byId("show-pages", HTMLElement).setAttribute("aria-pressed", String(what === "pages"));
}

/** Return whether the reader asked for less motion. */
export function calm() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/** @type {number | undefined} */
let telling;

/**
 * Say something to everybody: in the live region, and for a moment on the screen.
 * @param {string} text
 */
export function say(text) {
  const said = byId("said", HTMLElement);
  said.textContent = text;
  said.classList.add("shown");
  clearTimeout(telling);
  telling = setTimeout(() => said.classList.remove("shown"), 6000);
}

/**
 * Show what went wrong at the top of the page; an empty text takes it away.
 * @param {string} text
 */
export function trouble(text) {
  const banner = byId("trouble", HTMLElement);
  banner.textContent = text;
  banner.hidden = !text;
}
