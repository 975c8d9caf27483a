// A scanner that types. Its keys come in a rhythm that no finger has: they press nothing and move nothing on any page of the
// kiosk, and only what looks like a ticket leaves the browser. What people press acts a moment later, when it is known that no
// scanner follows.
(() => {
  // Milliseconds from key to key, by the keyboard's own time. Slow scanners take 50, the quickest people 80.
  const rhythm = 65;
  // A scanner that was held up for a moment goes on with the same scan; it is over after that long.
  const silence = 100;
  // Some wait before the key that ends a scan.
  const late = 500;
  // Somebody who types a ticket's code, key by key.
  const pause = 1_500;
  const longest = 2_000;
  const shortest = 6;
  const modifiers = new Set(["Shift", "Control", "Alt", "AltGraph", "Meta", "CapsLock", "NumLock", "Fn", "Dead"]);
  // A ticket as its QR code has it, behind an address or alone; the secret has 22 letters, whatever follows.
  const ticket = /(?:^|#|%23)\s*([A-Za-z]{2}-\d{4,12})(?!\d)(?:\.([\w-]{22}))?/;
  const kiosk = () => document.querySelector(".kiosk");

  let at = -Infinity;
  let scanning = false;
  let typed = "";
  let runFrom = 0;
  let scannedAt = -Infinity;
  let due = 0;
  let focused = null;

  // The ticket in a scanned text, and nothing else of it; empty without one.
  globalThis.gocuaTicket = (text) => {
    const [, code = "", secret = ""] = ticket.exec(text.trim()) ?? [];
    return code.toUpperCase() + (secret && `.${secret}`);
  };

  function key(event) {
    if (!kiosk() || modifiers.has(event.key)) {
      return;
    }
    if (event.repeat) {
      // A key that is held down, or a scanner's that sticks.
      if (event.key !== "Tab" || scanning) {
        event.preventDefault();
      }
      return;
    }
    const gap = event.timeStamp - at;
    at = event.timeStamp;
    clearTimeout(due);
    if (gap > pause) {
      typed = "";
    }
    if (gap > silence) {
      runFrom = typed.length;
      scanning = (event.key === "Enter" || event.key === "Tab") && at - scannedAt < late;
    } else if (gap <= rhythm && !scanning) {
      scanning = true;
      putBack();
    }
    keep(event.key);
    if (scanning || event.key === "Enter" || event.key === " ") {
      event.preventDefault();
    }
    if (scanning) {
      event.stopImmediatePropagation();
    } else {
      focused = document.activeElement;
    }
    due = setTimeout(scanning ? scanned : pressed, silence, event.key, event.target);
  }

  // An input method corrects what it has let through by going back.
  function keep(name) {
    if (name === "Backspace") {
      typed = typed.slice(0, -1);
    } else if (name.length === 1 && typed.length < longest) {
      typed += name;
    }
  }

  // A scan that began with Tab has moved the focus.
  function putBack() {
    if (focused !== document.activeElement) {
      document.activeElement?.blur();
      focused?.focus({preventScroll: true});
    }
  }

  function scanned() {
    const text = typed.slice(runFrom);
    typed = "";
    scanning = false;
    scannedAt = at;
    if (text.length >= shortest) {
      tell(globalThis.gocuaTicket(text));
    }
  }

  // To the page that asks for a ticket, if it is shown; another code is told as none.
  function tell(detail) {
    const find = document.querySelector(".kiosk .find");
    if (find && !("asking" in document.documentElement.dataset)) {
      find.dispatchEvent(new CustomEvent("gocua-scan", {detail}));
    }
  }

  function pressed(name, target) {
    const asked = "asking" in document.documentElement.dataset;
    dispatchEvent(new CustomEvent("gocua-key"));
    if (asked || (name !== "Enter" && name !== " ")) {
      return;
    }
    const code = name === "Enter" && document.querySelector(".kiosk .find") ? globalThis.gocuaTicket(typed) : "";
    typed = "";
    if (code) {
      tell(code);
    } else if (target.isConnected) {
      target.closest?.(name === "Enter" ? "button, a[href]" : "button")?.click();
    }
  }

  addEventListener("keydown", key, true);
  // Some browsers press a button when the space bar comes up again.
  addEventListener("keyup", (event) => {
    if (kiosk() && event.key === " ") {
      event.preventDefault();
    }
  }, true);
})();
