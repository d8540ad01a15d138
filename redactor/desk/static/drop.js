// Files dropped anywhere on a page of the desk: the browser must not open them in the desk's place.

import { upload } from "./api.js";
import { say, trouble } from "./dom.js";

/**
 * Take what is dropped on the page.
 * @param {(files: FileList) => void} take
 * @param {HTMLElement} [target] What shows that something is about to be dropped.
 */
export function onDrop(take, target) {
  for (const type of ["dragenter", "dragover"])
    document.addEventListener(type, (event) => {
      event.preventDefault();
      target?.classList.add("over");
    });
  document.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) target?.classList.remove("over");
  });
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    target?.classList.remove("over");
    if (event.dataTransfer?.files.length) take(event.dataTransfer.files);
  });
}

/**
 * Put files on the desk without leaving the page.
 * @param {FileList} files
 */
export async function put(files) {
  trouble("");
  for (const file of files) {
    try {
      await upload(file);
      say(`${file.name} was put on the desk. It is under Documents.`);
    } catch (error) {
      trouble(`${file.name}: ${error instanceof Error ? error.message : "was not taken."}`);
    }
  }
}
