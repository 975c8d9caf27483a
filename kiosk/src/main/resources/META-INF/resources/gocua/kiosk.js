// The residents' kiosk, where only the browser can act: nobody there any more, the Back button, a server that cannot be
// heard, fingers that tap twice, reading aloud. It sees what is on the screen and keeps none of it.
(() => {
  const askAfter = 60_000;
  const answerTime = 15_000;
  const answerWithin = 5_000;
  const tellEvery = 10_000;
  const listenEvery = 5_000;
  const quietHour = 3;
  // Milliseconds. The tests' fingers never tap twice by mistake, and are quicker than people.
  const twiceWithin = () => globalThis.gocuaTwiceWithin ?? 600;
  // A trembling finger comes down again; whoever wants the key twice takes longer.
  const trembleWithin = 350;
  const page = document.documentElement;
  // For every duration: the computer's clock may be set while somebody stands here.
  const now = () => performance.now();
  const startedAt = now();
  let touchedAt = now();
  let toldAt = -Infinity;
  let askedAt = null;
  let leftAt = null;
  let deaf = 0;
  let tapped = {at: -Infinity, x: 0, y: 0};
  let pressed = {at: -Infinity, key: null};

  const kiosk = () => document.querySelector(".kiosk");
  const shell = () => document.querySelector(".kiosk .shell");
  const tell = (name, detail) => shell()?.dispatchEvent(new CustomEvent(name, {detail}));

  // — Nobody there any more: ask, then wipe. —

  function touched() {
    touchedAt = now();
    askedAt = null;
    delete page.dataset.asking;
    signOfLife();
  }

  // The server ends a visit by itself when it hears nothing of anybody: this page may be dead by then.
  function signOfLife() {
    if (shell()?.dataset.where === "page" && now() - toldAt >= tellEvery) {
      toldAt = now();
      tell("gocua-here");
    }
  }

  function watch() {
    const where = shell()?.dataset.where;
    if (where === "page") {
      watchPage();
      return;
    }
    toldAt = -Infinity;
    if (leftAt !== null) {
      leftAt = null;
      touched();
    }
    if (where === "home" && now() - touchedAt >= askAfter) {
      touched();
      tell("gocua-rest");
    }
    if (now() - startedAt > 3_600_000 && new Date().getHours() === quietHour) {
      location.reload();
    }
  }

  // The question covers what was entered until it is gone; nobody is sent away unasked, however late this runs. If the
  // server does not answer, a fresh page knows nothing.
  function watchPage() {
    if (leftAt !== null) {
      if (now() - leftAt >= answerWithin) {
        location.reload();
      }
    } else if (now() - touchedAt >= askAfter) {
      askedAt ??= now();
      page.dataset.asking = "";
      const left = Math.max(0, Math.ceil((answerTime - (now() - askedAt)) / 1000));
      document.querySelectorAll(".still-seconds").forEach((e) => { e.textContent = left; });
      if (now() - askedAt >= answerTime) {
        leftAt = now();
        globalThis.speechSynthesis?.cancel();
        tell("gocua-left");
      }
    }
  }

  for (const name of ["pointerdown", "wheel"]) {
    addEventListener(name, () => {
      if (!("asking" in page.dataset)) {
        touched();
      }
    }, {capture: true, passive: true});
  }
  // A person's key, which scanner.js tells from a scanner's. It answers the question and presses nothing behind it.
  addEventListener("gocua-key", touched);
  addEventListener("gocua-scan", (event) => { if (event.detail) { touched(); } }, true);
  // The tap that answers the question presses nothing behind it.
  addEventListener("click", (event) => {
    if ("asking" in page.dataset) {
      event.stopImmediatePropagation();
      event.preventDefault();
      touched();
      tapped = {at: now(), x: event.clientX, y: event.clientY};
    }
  }, true);
  setInterval(watch, 250);

  // — Who taps twice means one thing. The second tap would press what has come to stand there: after «gửi» the button that
  //   puts the ticket away. Keys, and the text's size, are meant to be tapped quickly. —

  addEventListener("click", (event) => {
    const button = event.target.closest?.(".kiosk button, .kiosk .rest");
    if (!button || event.detail === 0 || button.matches(".key, .tool-size")) {
      return;
    }
    const at = now();
    const near = Math.hypot(event.clientX - tapped.x, event.clientY - tapped.y) < innerWidth / 12;
    if (near && at - tapped.at < twiceWithin()) {
      event.stopImmediatePropagation();
      event.preventDefault();
      return;
    }
    tapped = {at, x: event.clientX, y: event.clientY};
  }, true);

  // A key that takes back what it did when it is pressed again, a tone or the size of letters, is not pressed again by
  // trembling, however often. When the finger came down counts, not when this page had time for it.
  addEventListener("click", (event) => {
    const key = event.target.closest?.(".kiosk .key");
    if (!key) {
      return;
    }
    const again = key === pressed.key && event.timeStamp - pressed.at < trembleWithin;
    pressed = {at: event.timeStamp, key};
    if (again && key.matches(".key-tone, .key-shift")) {
      event.stopImmediatePropagation();
      event.preventDefault();
    }
  }, true);

  // — The Back button leads to the first page, never into somebody's visit. —

  function guard() {
    if (kiosk() && history.state?.gocua !== "kiosk") {
      history.pushState({...history.state, gocua: "kiosk"}, "");
    }
  }

  addEventListener("popstate", (event) => {
    if (kiosk()) {
      event.stopImmediatePropagation();
      history.pushState({...history.state, gocua: "kiosk"}, "");
      tell("gocua-back");
    }
  }, true);
  addEventListener("pageshow", (event) => { if (event.persisted) { location.reload(); } });

  // — A server that cannot be heard: say so, and begin anew when it is back. —

  async function listen() {
    if (!kiosk()) {
      return;
    }
    let heard = false;
    try {
      heard = (await fetch("/health/live", {cache: "no-store", signal: AbortSignal.timeout(3000)})).ok;
    } catch {
      // Not heard.
    }
    if (!heard) {
      deaf += 1;
      if (deaf >= 2) {
        page.dataset.cut = "";
      }
    } else if ("cut" in page.dataset && deaf >= 2) {
      location.reload();
    } else {
      deaf = 0;
    }
  }
  setInterval(listen, listenEvery);

  // — Reading aloud, where the browser has a voice for the language. —

  function voice(language) {
    return globalThis.speechSynthesis?.getVoices().find((v) => v.lang.toLowerCase().startsWith(language));
  }

  function voices() {
    page.toggleAttribute("data-voice", Boolean(page.lang && voice(page.lang)));
  }

  function readAloud() {
    speechSynthesis.cancel();
    const parts = document.querySelectorAll(
      ".page h1, .page .lead, .page .choice, .page .part-title, .page li, .page .fact, .page .message-text, "
      + ".page .ticket-step, .page .code, .page .made-note, .page .count, .page [data-read]");
    for (const part of parts) {
      const words = new SpeechSynthesisUtterance(part.innerText.replaceAll("\n", ", "));
      words.voice = voice(page.lang) ?? null;
      words.lang = shell()?.dataset.intl ?? page.lang;
      words.rate = 0.9;
      speechSynthesis.speak(words);
    }
  }

  if (globalThis.speechSynthesis) {
    speechSynthesis.addEventListener?.("voiceschanged", voices);
    voices();
    addEventListener("click", (event) => {
      if (event.target.closest?.(".tool-aloud")) {
        readAloud();
      } else if (event.target.closest?.(".kiosk button")) {
        speechSynthesis.cancel();
      }
    });
  }

  // — A printer that stands by; the slip is on the page already, for printers only. —

  // The paper's size can't depend on what is printed, except like this: other pages of this server are printed on A4. The
  // printers leave 4 mm at each side of a roll of 80 mm, and 5 mm of one of 58 mm. The paper is as long as the slip.
  const paper = document.createElement("style");
  const millimetres = 25.4 / 96;
  function cut(slip) {
    const roll = Number(slip.dataset.roll);
    const edge = roll === 58 ? 5 : 4;
    slip.style.width = `${roll - 2 * edge}mm`;
    slip.dataset.measured = "";
    const length = Math.ceil(slip.getBoundingClientRect().height * millimetres) + 2 * edge + 2;
    delete slip.dataset.measured;
    paper.textContent = `@page { size: ${roll}mm ${Math.max(length, roll + 10)}mm; margin: ${edge}mm; @bottom-right { content: none; } }`;
  }
  addEventListener("click", (event) => {
    const slip = event.target.closest?.(".print-slip") && document.querySelector(".kiosk .slip");
    if (slip) {
      cut(slip);
      document.head.append(paper);
      setTimeout(print, 50);
    }
  });
  addEventListener("afterprint", () => paper.remove());

  // — A kiosk is not a place for menus, selections and zooming. —

  for (const name of ["contextmenu", "dragstart", "selectstart", "gesturestart"]) {
    addEventListener(name, (event) => { if (kiosk()) { event.preventDefault(); } }, true);
  }

  new MutationObserver(() => {
    const shown = shell() ?? kiosk();
    if (shown) {
      guard();
      const language = shown.getAttribute("lang");
      if (language && page.lang !== language) {
        page.lang = language;
        voices();
      }
    }
  }).observe(page, {subtree: true, childList: true, attributeFilter: ["lang", "data-where"]});
})();
