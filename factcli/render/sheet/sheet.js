"use strict";
(() => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const byId = (id) => document.getElementById(id);
  const boxes = all(".tick");
  const status = byId("status");
  let unsaved = false;

  const today = () => {
    const now = new Date();
    const two = (number) => String(number).padStart(2, "0");
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  };

  const show = (box) => {
    const number = box.id.slice(1);
    const who = [box.dataset.by, box.dataset.on].filter(Boolean).join(", ");
    byId(`n${number}`).classList.toggle("ticked", box.checked);
    byId(`n${number}`).querySelector(".who").textContent = who;
    byId(`r${number}`).classList.toggle("ticked", box.checked);
    byId(`r${number}`).lastElementChild.textContent = box.checked ? `\u2713 ${who}` : "";
    byId("ticks").textContent = boxes.filter((each) => each.checked).length;
  };

  const changed = (box) => {
    box.dataset.by = box.checked ? byId("by").value.trim() : "";
    box.dataset.on = box.checked ? today() : "";
    unsaved = true;
    status.textContent = "not saved yet";
    show(box);
  };

  const tickOf = ({ sentence, words, occurrence, by, on }) => ({
    sentence, words, occurrence: Number(occurrence), by: by || "", on: on || "",
  });

  const save = () => {
    const drafts = {};
    for (const article of all("article")) {
      const ticked = [...article.querySelectorAll(".tick")].filter((box) => box.checked);
      drafts[article.dataset.draft] = ticked.map((box) => tickOf(box.dataset));
    }
    const text = JSON.stringify({ version: 1, drafts }, null, 1) + "\n";
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    link.download = "ticks.json";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    unsaved = false;
    status.textContent = "saved as ticks.json";
  };

  const step = (by) => {
    const notes = all(".notes > li").filter((note) => note.offsetParent !== null);
    const at = notes.indexOf(document.activeElement.closest(".notes > li"));
    const next = notes[at < 0 ? (by > 0 ? 0 : notes.length - 1) : at + by];
    if (next) {
      next.focus();
      next.scrollIntoView({ block: "center" });
    }
  };

  const tick = () => {
    const note = document.activeElement.closest(".notes > li");
    const box = note && note.querySelector(".tick");
    if (box) {
      box.checked = !box.checked;
      changed(box);
    }
  };

  const keys = { j: () => step(1), k: () => step(-1), x: tick, s: save };

  document.addEventListener("keydown", (event) => {
    const isTyping = event.target.matches("input:not([type=checkbox])");
    if (isTyping || event.ctrlKey || event.metaKey || event.altKey || !byId("keys").checked) return;
    if (Object.hasOwn(keys, event.key)) {
      event.preventDefault();
      keys[event.key]();
    }
  });
  window.addEventListener("beforeunload", (event) => {
    if (unsaved) event.preventDefault();
  });
  for (const box of boxes) box.addEventListener("change", () => changed(box));
  byId("save").addEventListener("click", save);
  byId("save").closest(".tools").hidden = false;
})();
