// Keeps a screen honest when the server behind it falls silent. The server changes data-beat on the page about once a
// second; each change is confirmed, and when none comes for a while the page says so itself and waits for the server.
// The leaders' desk hears from the server by a line of its own (desk-live.js), which needs no confirming. What nobody
// sees is not watched.
(() => {
  const patience = 4000;
  const afterReturn = 3000;
  const afterStart = 15000; // a page that was just opened may still be connecting
  const page = document.documentElement;
  let beat = null;
  let heardAt = performance.now();
  let heardTime = new Date();
  let watching = false;
  let answersSince = null;
  let asking = false;

  // The campaign's zone, as everywhere on the screen; a bare browser's own may be any.
  const clock = (time, language, timeZone) =>
    time.toLocaleTimeString(language, {hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone});

  function listen() {
    const screen = document.querySelector("[data-beat]");
    if (!screen || screen.dataset.beat === beat) {
      return;
    }
    beat = screen.dataset.beat;
    heard();
    if (beat === "0") {
      return; // the picture as it was opened; nothing was pushed yet
    }
    screen.dispatchEvent(new CustomEvent("gocua-seen"));
  }

  function heard() {
    watching = true;
    heardAt = performance.now();
    heardTime = new Date();
    answersSince = null;
    delete page.dataset.cut;
  }

  function check() {
    if (!watching || document.hidden || performance.now() - heardAt < patience) {
      return;
    }
    if (!("cut" in page.dataset)) {
      page.dataset.cut = "";
      document.querySelectorAll(".cut-text").forEach((text) => {
        text.textContent = text.dataset.text.replace("{0}", clock(heardTime, text.closest("[lang]")?.lang, text.dataset.zone));
      });
    }
    ask();
  }

  // The server is back but this page is not: its session is gone, and only a fresh page helps.
  async function ask() {
    if (asking) {
      return;
    }
    asking = true;
    try {
      const answer = await fetch("/health/live", {cache: "no-store", signal: AbortSignal.timeout(2000)});
      answersSince = answer.ok ? (answersSince ?? performance.now()) : null;
    } catch {
      answersSince = null;
    }
    if (answersSince !== null && performance.now() - answersSince > (beat === "0" ? afterStart : afterReturn)) {
      location.reload();
    }
    setTimeout(() => { asking = false; }, 1000);
  }

  document.addEventListener("gocua-heard", heard);
  document.addEventListener("visibilitychange", () => { heardAt = performance.now(); });
  new MutationObserver(listen).observe(page, {subtree: true, childList: true, attributeFilter: ["data-beat"]});
  setInterval(check, 250);
})();
