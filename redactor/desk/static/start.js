// The start page: files are dropped here, and the queue shows what needs most first.

/** @import {QueueRow} from "./types.js" */
import * as api from "./api.js";
import { byId, count, make, say, trouble } from "./dom.js";
import { onDrop } from "./drop.js";

const list = byId("queue", HTMLUListElement);
let shown = "";

const LABELS = /** @type {Record<string, string>} */ ({
  blocked: "Blocked",
  review: "To review",
  ready: "Ready to release",
  released: "Released",
});

/** @param {QueueRow} row */
function badge(row) {
  if (row.state === "locked") return ["Needs a password", "review"];
  if (row.state === "failed") return ["Cannot be read", "blocked"];
  if (row.state === "listed" && !row.verdict) return ["Not checked", "blocked"];
  if (!row.verdict) return [row.doing || "Waiting", "plain"];
  return [LABELS[row.verdict] ?? row.verdict, row.verdict];
}

/** @param {QueueRow} row */
function line(row) {
  const [text, kind] = badge(row);
  const facts = [row.pages ? count(row.pages, "page") : "", row.open ? `${count(row.open, "place")} to decide` : ""];
  return make(
    "li",
    {},
    make("a", { href: `/files/${row.id}`, class: "name" }, row.path || row.name),
    make("span", { class: `tag ${kind}` }, text ?? ""),
    make("span", { class: "hint" }, facts.filter(Boolean).join(", ")),
    row.scan && make("span", { class: "hint" }, row.scan),
    row.state === "failed" && make("span", { class: "hint" }, `${row.problem} ${row.remedy}`),
    make(
      "button",
      { type: "button", class: "quiet", "aria-label": `Take ${row.name} off the list`, click: () => void leave(row) },
      "Take off",
    ),
  );
}

/**
 * Ask with what the desk knows now: something may have been downloaded since the list was drawn.
 * @param {QueueRow} row
 */
async function leave(row) {
  const { files } = await api.queue();
  careful(files.filter((one) => one.id === row.id), () => void away(row));
}

/** @param {QueueRow} row */
async function away(row) {
  await api.remove(row.id);
  say(`${row.name} was taken off the list.`);
  byId("main", HTMLElement).querySelector("h1")?.focus();
  await refresh();
}

async function refresh() {
  const queue = await api.queue();
  const now = JSON.stringify([queue.files, queue.ready, queue.problem]);
  if (now === shown) return;
  shown = now;
  if (queue.problem) trouble(queue.problem);
  const loading = byId("loading", HTMLElement);
  if (!queue.ready) loading.textContent = "The name model is loading; you can drop files already.";
  else if (!queue.files.length) loading.textContent = "Drop a reply here to see what has to go before it is released.";
  else loading.textContent = "";
  byId("scan", HTMLElement).textContent = queue.scan;
  byId("queue-holder", HTMLElement).hidden = queue.files.length === 0;
  const focused = document.activeElement instanceof HTMLElement ? document.activeElement.getAttribute("href") : null;
  list.replaceChildren(...queue.files.map(line));
  if (focused) list.querySelector(/** @type {any} */ (`a[href="${CSS.escape(focused)}"]`))?.focus();
}

/** @param {FileList | null | undefined} files */
async function take(files) {
  if (!files?.length) return;
  trouble("");
  // Told before the file is taken: the desk's news may list it before the answer to it has come.
  if (!shown) await refresh();
  const only = files.length === 1 && list.children.length === 0;
  /** @type {string[]} */
  const refused = [];
  for (const file of files) {
    say(`Taking ${file.name}.`);
    try {
      const { id } = await api.upload(file);
      if (only) {
        location.assign(`/files/${id}`);
        return;
      }
    } catch (error) {
      refused.push(`${file.name}: ${error instanceof Error ? error.message : "was not taken."}`);
    }
  }
  if (refused.length) trouble(refused.join(" "));
  await refresh();
}

const choose = byId("choose", HTMLInputElement);
choose.addEventListener("change", () => void take(choose.files).then(() => (choose.value = "")));
onDrop((files) => void take(files), byId("drop", HTMLElement));
const leaving = byId("leaving", HTMLDialogElement);
/** @type {() => void} */
let agreed = () => undefined;
byId("leave", HTMLButtonElement).addEventListener("click", () => {
  leaving.close();
  agreed();
});
byId("stay", HTMLButtonElement).addEventListener("click", () => leaving.close());

/**
 * Ask first where something that was dropped here would be gone.
 * @param {QueueRow[]} files
 * @param {() => void} then
 */
function careful(files, then) {
  const lost = files.filter((row) => row.loses.length);
  if (!lost.length) return then();
  agreed = then;
  byId("lost", HTMLUListElement).replaceChildren(
    ...lost.flatMap((row) =>
      row.loses.map((kind) => {
        const what = kind === "copy" ? "Redacted copy" : "Decisions";
        return make("li", {}, make("a", { href: `/files/${row.id}/download/${kind}`, download: "" }, `${what}: ${row.name}`));
      }),
    ),
  );
  leaving.showModal();
}
byId("finish", HTMLButtonElement).addEventListener("click", () =>
  void api.queue().then((queue) => careful(queue.files, () => void api.finish())),
);
api.listen(refresh);
void refresh();
