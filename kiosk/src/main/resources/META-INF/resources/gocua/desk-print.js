// Prepares the desk for paper. A grid draws rows for a screen; for as long as the printing lasts a plain table stands beside
// it, whose head comes again on every page. Charts are drawn as wide as the paper.
(() => {
  const paper = 700; // Pixels of 190 mm, less the panel's own edge.

  const slotted = (cell) => {
    const slot = cell.querySelector("slot");
    return slot ? slot.assignedElements() : [];
  };

  // What can be read of it: no buttons, and no elements that would come to life.
  function copy(node, into) {
    if (node.nodeType === Node.TEXT_NODE) {
      into.append(node.data);
    } else if (node.nodeType === Node.ELEMENT_NODE && !node.hidden
        && !node.matches("vaadin-button, vaadin-checkbox, vaadin-menu-bar, button, script, style")) {
      const made = document.createElement(node.localName.includes("-") ? "span" : node.localName);
      for (const {name, value} of node.attributes) {
        if (name === "class" || name === "style" || name.startsWith("data-")) {
          made.setAttribute(name, value);
        }
      }
      node.childNodes.forEach((child) => copy(child, made));
      into.append(made);
    }
  }

  function cells(row, kind) {
    return [...row.children].filter((cell) => cell.offsetWidth > 0).map((cell) => {
      const made = document.createElement(kind);
      slotted(cell).forEach((content) => {
        content.childNodes.forEach((child) => copy(child, made));
        if (["end", "right"].includes(getComputedStyle(content).textAlign)) {
          made.className = "print-end";
        }
      });
      return made;
    });
  }

  function table(grid) {
    const rows = [...grid.shadowRoot.querySelector("#items").children]
      .filter((row) => !row.hidden)
      .sort((a, b) => a.getAttribute("aria-rowindex") - b.getAttribute("aria-rowindex"))
      .map((row) => cells(row, "td"));
    const head = [...grid.shadowRoot.querySelector("#header").children].filter((row) => row.offsetHeight > 0)
      .map((row) => cells(row, "th"));
    // Columns of buttons have nothing left, and a head only.
    const used = (at) => (rows.length === 0 ? head : rows).some((row) => row[at] && row[at].textContent.trim() !== "");
    const line = (row) => {
      const made = document.createElement("tr");
      made.append(...row.filter((_, at) => used(at)));
      return made;
    };
    const made = document.createElement("table");
    made.className = "print-table print-grid";
    made.createTHead().append(...head.map(line));
    made.createTBody().append(...rows.map(line));
    return made;
  }

  function prepare() {
    restore();
    document.querySelectorAll(".desk vaadin-grid").forEach((grid) => {
      if (grid.offsetWidth > 0 && grid.shadowRoot?.querySelector("#items")?.children.length > 0) {
        grid.after(table(grid));
      }
    });
    window.gocuaChartsAt?.(paper);
  }

  function restore() {
    document.querySelectorAll(".print-grid").forEach((table) => table.remove());
    window.gocuaChartsAt?.();
  }

  addEventListener("beforeprint", prepare);
  addEventListener("afterprint", restore);
})();
