"use strict";
// Keeps the parts marked data-live up to date, moves along rows by keyboard, copies ids. The pages work without it.
(() => {
  const EVERY = 4000; // ms between two looks
  const IDLE = 30 * 60 * 1000; // ms without a hand on the machine: no more looks, so that the session can end
  const fresh = document.querySelector("[data-fresh]");
  let touched = Date.now();
  let timer = 0;
  let seen = null;
  const sources = new Map();

  const clock = () => new Date().toLocaleTimeString("de-DE");

  function say(text, stale) {
    fresh.hidden = false;
    fresh.textContent = text;
    fresh.classList.toggle("stale", stale);
  }

  function selecting() {
    const selection = document.getSelection();
    return selection !== null && !selection.isCollapsed;
  }

  function replace(page) {
    for (const old of document.querySelectorAll("[data-live]")) {
      const next = page.getElementById(old.id);
      if (next === null || next.innerHTML === sources.get(old.id)) {
        continue;
      }
      const focused = old.contains(document.activeElement) ? document.activeElement.id : "";
      const opened = [...old.querySelectorAll("details")].map((d) => d.open);
      sources.set(old.id, next.innerHTML);
      old.replaceChildren(...next.childNodes);
      [...old.querySelectorAll("details")].forEach((d, i) => { d.open = opened[i] === true; });
      if (focused !== "") {
        document.getElementById(focused)?.focus({ preventScroll: true });
      }
    }
    offerCopies();
  }

  async function look() {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" }, cache: "no-store" });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (!answer.ok || page.querySelector("[data-live]") === null) {
      throw new Error("no live page");
    }
    if (!selecting()) {
      replace(page);
    }
    seen = clock();
    say("Stand " + seen, false);
  }

  function schedule(after) {
    clearTimeout(timer);
    if (!document.hidden && Date.now() - touched < IDLE) {
      timer = setTimeout(tick, after);
    } else {
      timer = 0;
    }
  }

  async function tick() {
    try {
      await look();
    } catch {
      say("Keine Verbindung, Stand " + (seen ?? "beim Laden der Seite"), true);
    }
    schedule(EVERY);
  }

  function touch() {
    touched = Date.now();
    if (timer === 0) {
      schedule(0);
    }
  }

  function offerCopies() {
    for (const value of document.querySelectorAll(".copy")) {
      if (navigator.clipboard === undefined || value.nextElementSibling !== null) {
        continue;
      }
      const button = document.createElement("button");
      button.type = "button";
      button.className = "quiet";
      button.textContent = "Kopieren";
      button.id = "kopieren-" + [...document.querySelectorAll(".copy")].indexOf(value);
      button.setAttribute("aria-label", "»" + value.textContent + "« kopieren");
      button.addEventListener("click", async () => {
        await navigator.clipboard.writeText(value.textContent);
        button.textContent = "Kopiert";
      });
      value.after(button);
    }
  }

  const rows = () => [...document.querySelectorAll("[data-row]")];

  function move(by) {
    const all = rows();
    const here = all.indexOf(document.activeElement);
    const next = here < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(Math.max(here + by, 0), all.length - 1);
    all[next]?.focus();
    all[next]?.closest("tr").scrollIntoView({ block: "nearest" });
  }

  const keysOn = document.querySelector("[data-keys-on]");

  function setUpKeys() {
    if (keysOn === null) {
      return;
    }
    document.querySelector("[data-keys]").hidden = false;
    keysOn.checked = localStorage.getItem("tastenkuerzel") !== "aus";
    keysOn.addEventListener("change", () => localStorage.setItem("tastenkuerzel", keysOn.checked ? "an" : "aus"));
  }

  function pressed(event) {
    const search = document.getElementById("suche");
    if (event.ctrlKey || event.altKey || event.metaKey || search === null) {
      return;
    }
    if (document.activeElement === search) {
      if (event.key === "Escape" && search.value === "") {
        search.blur();
      }
      return;
    }
    const onRow = document.activeElement?.matches("[data-row]") === true;
    const letters = keysOn.checked;
    if (event.key === "/" && letters) {
      search.focus();
      search.select();
    } else if ((event.key === "j" && letters) || (event.key === "ArrowDown" && onRow)) {
      move(1);
    } else if ((event.key === "k" && letters) || (event.key === "ArrowUp" && onRow)) {
      move(-1);
    } else {
      return;
    }
    event.preventDefault();
  }

  for (const live of document.querySelectorAll("[data-live]")) {
    sources.set(live.id, live.innerHTML);
  }
  setUpKeys();
  offerCopies();
  document.addEventListener("keydown", pressed);
  if (fresh !== null) {
    for (const event of ["keydown", "pointerdown", "pointermove", "wheel"]) {
      document.addEventListener(event, touch, { passive: true });
    }
    document.addEventListener("visibilitychange", () => schedule(0));
    schedule(EVERY);
  }
})();
