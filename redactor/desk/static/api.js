// Talk to the desk's server: orders, states, and news of changes.

/** @import {State, Queue} from "./types.js" */

const token = document.querySelector('meta[name="desk"]')?.getAttribute("content") ?? "";

/** An answer that says no, in words for a person. */
export class Refused extends Error {
  /**
   * @param {number} status
   * @param {{error?: string, remedy?: string, where?: string}} said
   */
  constructor(status, said) {
    super([said.error, said.remedy].filter(Boolean).join(" ") || `The desk answered ${status}.`);
    this.status = status;
    this.where = said.where ?? "";
  }
}

/**
 * @param {string} path
 * @param {RequestInit} [options]
 * @returns {Promise<any>}
 */
async function ask(path, options = {}) {
  const headers = new Headers(options.headers);
  if (options.method && options.method !== "GET") headers.set("X-Desk", token);
  const answer = await fetch(path, { ...options, headers, cache: "no-store", credentials: "same-origin" });
  if (!answer.ok) {
    const said = await answer.json().catch(() => ({ error: `The desk answered ${answer.status}.` }));
    throw new Refused(answer.status, said);
  }
  return answer.json();
}

/** @returns {Promise<Queue>} */
export const queue = () => ask("/api/files");

/**
 * @param {string} id
 * @returns {Promise<State>}
 */
export const state = (id) => ask(`/api/files/${id}`);

/**
 * @param {string} id
 * @param {number} page
 * @returns {Promise<[number, number, number, number, number, string][]>}
 */
export const words = (id, page) => ask(`/api/files/${id}/pages/${page}/words`);

/**
 * Give an order about a document; the answer is what was done and the document's new state.
 * @param {string} id
 * @param {string} act
 * @param {object} [order]
 * @returns {Promise<{said: string, state: State}>}
 */
export const order = (id, act, order = {}) =>
  ask(`/api/files/${id}/${act}`, {
    method: "POST",
    body: JSON.stringify(order),
    headers: { "Content-Type": "application/json" },
  });

/**
 * @param {File} file
 * @returns {Promise<{id: string}>}
 */
export const upload = (file) =>
  ask("/api/files", { method: "PUT", body: file, headers: { "X-File-Name": encodeURIComponent(file.name) } });

/** @param {string} id */
export const remove = (id) => ask(`/api/files/${id}`, { method: "DELETE" });

export const finish = () => ask("/api/finish", { method: "POST" });

/**
 * Call back after every change on the server, at most a few times a second, and say when the server is gone.
 * @param {() => Promise<void>} told
 */
export function listen(told) {
  let waiting = false;
  let again = false;
  const run = async () => {
    if (waiting) {
      again = true;
      return;
    }
    waiting = true;
    try {
      await told();
    } catch (error) {
      if (!(error instanceof Refused)) await gone();
    }
    setTimeout(() => {
      waiting = false;
      if (again) {
        again = false;
        void run();
      }
    }, 120);
  };
  // A browser opens six connections to one address, for all its windows together: one window holds the line, and tells
  // the others. When it closes, the next one that waits takes the line up.
  const others = new BroadcastChannel("desk");
  others.onmessage = (event) => void (event.data === "gone" ? gone() : run());
  const hold = () =>
    new Promise((done) => {
      const news = new EventSource("/api/events");
      news.onmessage = () => {
        others.postMessage("news");
        void run();
      };
      news.onerror = () => {
        others.postMessage("gone");
        void gone();
      };
      addEventListener("pagehide", () => {
        news.close();
        done(undefined);
      });
    });
  void navigator.locks.request("desk", hold);
  // A window that comes back from the browser's memory has let go of the line.
  addEventListener("pageshow", (event) => event.persisted && location.reload());
}

/** Ask once more whether the server answers; where it does not, say so for good. */
async function gone() {
  await new Promise((resolve) => setTimeout(resolve, 400));
  try {
    await fetch("/api/files", { cache: "no-store" });
  } catch {
    const dialog = document.getElementById("stopped");
    if (dialog instanceof HTMLDialogElement && !dialog.open) dialog.showModal();
  }
}
