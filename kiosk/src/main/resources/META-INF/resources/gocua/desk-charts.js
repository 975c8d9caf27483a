// Draws the desk's charts as SVG. Figures come from the server; nothing is worked out here but shares and scales. Whatever
// differs in colour differs in pattern or place too, and every bar has its number beside it.
(() => {
  const NS = "http://www.w3.org/2000/svg";
  const FONT = {small: 11, usual: 12, large: 13};
  const PATTERNS = 8;
  const LEAST = 200;
  let drawn = 0;

  const canvas = document.createElement("canvas").getContext("2d");

  /** How many pixels a text is wide; the page's typeface may still be on its way, then a redraw follows. */
  function widthOf(text, size) {
    canvas.font = `${size}px ${getComputedStyle(document.documentElement).getPropertyValue("--font") || "sans-serif"}`;
    return canvas.measureText(text).width;
  }

  const widest = (texts, size) => Math.max(0, ...texts.map((text) => widthOf(text, size)));

  function add(parent, name, attributes, text) {
    const element = document.createElementNS(NS, name);
    Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
    if (text !== undefined) {
      element.textContent = text;
    }
    return parent.appendChild(element);
  }

  /** Writes a line of text at a height that its middle has. */
  function write(svg, text, x, y, {size = FONT.usual, anchor = "start", kind = "soft"} = {}) {
    add(svg, "text", {x, y: y + size * 0.36, "font-size": size, "text-anchor": anchor, class: `chart-text-${kind}`}, text);
  }

  /** Breaks a text between words, so that no line is longer than it may be. */
  function linesOf(text, size, most) {
    const lines = [];
    for (const word of text.split(" ")) {
      const longer = lines.length ? `${lines.at(-1)} ${word}` : word;
      if (lines.length && widthOf(longer, size) <= most) {
        lines[lines.length - 1] = longer;
      } else {
        lines.push(word);
      }
    }
    return lines;
  }

  function writeLines(svg, lines, x, y, size) {
    const high = size + 3;
    lines.forEach((line, i) => write(svg, line, x, y + (i - (lines.length - 1) / 2) * high, {size, anchor: "end", kind: "ink"}));
  }

  /** The ends and steps of a scale that holds this value: 1, 2 or 5 with zeros, never parts of one. */
  function scale(most) {
    const rough = Math.max(most, 1) / 5;
    const power = 10 ** Math.floor(Math.log10(rough));
    const step = Math.max(1, [1, 2, 5, 10].find((times) => times * power >= rough * 0.999) * power);
    const top = Math.ceil(Math.max(most, 1) / step) * step;
    return {top, steps: Array.from({length: Math.round(top / step) + 1}, (_, i) => i * step)};
  }

  /** Every how manieth label has room. */
  const every = (labels, size, room) => Math.max(1, Math.ceil((widest(labels, size) + 8) / room));

  /** A bar whose far end is rounded; up or to the right. */
  function bar(svg, {x, y, width, height}, up, attributes) {
    const r = Math.min(3, width / 2, height / 2);
    const d = up
      ? `M${x},${y + height}v${r - height}q0,${-r} ${r},${-r}h${width - 2 * r}q${r},0 ${r},${r}v${height - r}z`
      : `M${x},${y}h${width - r}q${r},0 ${r},${r}v${height - 2 * r}q0,${r} ${-r},${r}h${r - width}z`;
    return add(svg, "path", {d, ...attributes});
  }

  const namesOf = (spec, width) => spec.names.map((name) => linesOf(name, FONT.large, Math.min(190, width * 0.4)));

  /** How high each row is: as high as the one whose name takes most lines. */
  const rowOf = (names) => Math.max(36, ...names.map((lines) => lines.length * (FONT.large + 3) + 6));

  const kinds = {
    days(svg, spec, {width, height, count}) {
      const {top, steps} = scale(Math.max(spec.needed, ...spec.counts));
      const left = widest(steps.map(count), FONT.usual) + 14;
      const high = height - 56;
      const place = (value) => 28 + high * (1 - value / top);
      const room = Math.max(1, width - left - 12) / spec.names.length;
      steps.forEach((step) => {
        add(svg, "line", {x1: left, x2: width - 12, y1: place(step), y2: place(step), class: "chart-line"});
        write(svg, count(step), left - 6, place(step), {anchor: "end"});
      });
      if (spec.needed > 0) {
        add(svg, "line", {x1: left, x2: width - 12, y1: place(spec.needed), y2: place(spec.needed), class: "chart-needed"});
      }
      const labelled = every(spec.names, FONT.usual, room);
      const wide = Math.min(28, room * 0.8);
      spec.names.forEach((name, i) => {
        const middle = left + room * (i + 0.5);
        const value = spec.counts[i];
        if (value > 0) {
          bar(svg, {x: middle - wide / 2, y: place(value), width: wide, height: place(0) - place(value)}, true, {class: "chart-bar"});
        }
        if (value > 0 && spec.counts.length <= 16) {
          write(svg, count(value), middle, place(value) - 9, {size: FONT.small, anchor: "middle", kind: "ink"});
        }
        if (i % labelled === 0) {
          write(svg, name, middle, place(0) + 14, {anchor: "middle"});
        }
        tip(add(svg, "rect", {x: middle - room / 2, y: 28, width: room, height: high, class: "chart-hit"}), name, count(value), spec.unit);
      });
      if (spec.needed > 0) {
        write(svg, spec.neededName, width - 16, place(spec.needed) - 10, {anchor: "end", kind: "strong"});
      }
    },

    bars(svg, spec, {width, count}) {
      const sum = spec.counts.reduce((a, b) => a + b, 0);
      const most = Math.max(1, ...spec.counts);
      const names = namesOf(spec, width);
      const row = rowOf(names);
      const left = widest(names.flat(), FONT.large) + 16;
      const full = Math.max(0, width - left - 92);
      spec.counts.forEach((value, i) => {
        const middle = 8 + row * (i + 0.5);
        const long = full * value / most;
        writeLines(svg, names[i], left - 8, middle, FONT.large);
        if (long > 0) {
          bar(svg, {x: left, y: middle - 11, width: long, height: 22}, false, {class: "chart-bar"});
        }
        const share = sum > 0 ? `${count(value)} · ${Math.round(value / sum * 100)} %` : "0";
        write(svg, share, left + long + 6, middle, {size: FONT.large, kind: "ink"});
        tip(add(svg, "rect", {x: 0, y: middle - row / 2, width, height: row, class: "chart-hit"}), spec.names[i], count(value), spec.unit);
      });
    },

    heat(svg, spec, {width, height, count}) {
      const most = Math.max(1, ...spec.cells.map((cell) => cell[2]));
      const left = widest(spec.rows, FONT.usual) + 16;
      const wide = Math.max(3, (width - left - 8) / spec.names.length);
      const high = (height - 32) / spec.rows.length;
      spec.rows.forEach((row, i) => write(svg, row, left - 8, 4 + high * (i + 0.5), {anchor: "end", kind: "ink"}));
      const labelled = every(spec.names, FONT.usual, wide);
      spec.names.filter((_, i) => i % labelled === 0).forEach((name, i) =>
        write(svg, name, left + wide * (i * labelled + 0.5), height - 14, {anchor: "middle"}));
      spec.cells.forEach(([column, row, value]) => {
        const x = left + wide * column;
        const y = 4 + high * row;
        const warm = value === 0 ? 0 : Math.max(1, Math.ceil(value / most * 4));
        add(svg, "rect", {x: x + 1, y: y + 1, width: wide - 2, height: high - 2, rx: 3, class: `chart-heat chart-heat-${warm}`});
        if (value > 0 && widthOf(count(value), FONT.small) <= wide - 2) {
          write(svg, count(value), x + wide / 2, y + high / 2, {size: FONT.small, anchor: "middle", kind: warm > 2 ? "pale" : "ink"});
        }
        tip(add(svg, "rect", {x, y, width: wide, height: high, class: "chart-hit"}), `${spec.rows[row]} ${spec.names[column]}`, count(value), spec.unit);
      });
    },

    stacked(svg, spec, {width, height, count, id, top: under}) {
      patterns(svg, id);
      const fill = (part) => `url(#${id}-${part % PATTERNS})`;
      legend(spec, width).forEach(({name, x, y}, part) => {
        add(svg, "rect", {x, y: y - 7, width: 22, height: 14, rx: 3, fill: fill(part), class: "chart-part"});
        write(svg, name, x + 28, y, {kind: "ink"});
      });
      const sums = spec.names.map((_, i) => spec.counts.reduce((sum, part) => sum + part[i], 0));
      const {top, steps} = scale(Math.max(0, ...sums));
      const left = widest(spec.names, FONT.usual) + 16;
      const place = (value) => left + Math.max(1, width - left - 24) * value / top;
      const labelled = every(steps.map(count), FONT.usual, place(steps[1]) - left);
      steps.forEach((step, i) => {
        add(svg, "line", {x1: place(step), x2: place(step), y1: under, y2: height - 26, class: "chart-line"});
        if (i % labelled === 0) {
          write(svg, count(step), place(step), height - 12, {anchor: "middle"});
        }
      });
      spec.names.forEach((name, i) => {
        const middle = under + 22 * (i + 0.5);
        let before = 0;
        write(svg, name, left - 8, middle, {anchor: "end", kind: "ink"});
        spec.parts.forEach((part, p) => {
          const value = spec.counts[p][i];
          if (value > 0) {
            const box = {x: place(before), y: middle - 8, width: place(before + value) - place(before), height: 16};
            tip(add(svg, "rect", {...box, fill: fill(p), class: "chart-part"}), `${name} · ${part}`, count(value), spec.unit);
          }
          before += value;
        });
      });
    },
  };

  /** Where each part stands in the legend, in as many lines as that takes. */
  function legend(spec, width) {
    let x = 0;
    let y = 9;
    return spec.parts.map((name) => {
      const wide = 28 + widthOf(name, FONT.usual) + 16;
      if (x > 0 && x + wide > width) {
        x = 0;
        y += 22;
      }
      x += wide;
      return {name, x: x - wide, y};
    });
  }

  /** One pattern a part: no two differ in colour alone. */
  function patterns(svg, id) {
    const marks = ["", "M0,8L8,0", "M4,0V8", "M0,0L8,8", "M0,4H8", "M2,2h2v2h-2zM6,6h2v2h-2z", "M0,4H8M4,0V8", "M0,0L8,8M0,8L8,0"];
    const defs = add(svg, "defs", {});
    marks.forEach((d, i) => {
      const pattern = add(defs, "pattern", {id: `${id}-${i}`, width: 8, height: 8, patternUnits: "userSpaceOnUse"});
      add(pattern, "rect", {width: 8, height: 8, class: `chart-colour-${i}`});
      add(pattern, "path", {d, class: `chart-mark-${i}`});
    });
  }

  /** Says a figure beside the finger or the pointer. */
  function tip(element, name, value, unit) {
    element.gocuaTip = [`${name}: `, value, ` ${unit}`];
  }

  function showTip(host, event) {
    let box = host.querySelector(".chart-tip");
    const words = event.target.gocuaTip;
    if (!words) {
      box?.remove();
      return;
    }
    box ??= host.appendChild(Object.assign(document.createElement("div"), {className: "chart-tip"}));
    const strong = Object.assign(document.createElement("b"), {textContent: words[1]});
    box.replaceChildren(words[0], strong, words[2]);
    const frame = host.getBoundingClientRect();
    const within = (place, size, most) => Math.max(0, Math.min(place, most - size));
    box.style.left = `${within(event.clientX - frame.left + 12, box.offsetWidth, frame.width)}px`;
    box.style.top = `${within(event.clientY - frame.top + 16, box.offsetHeight, frame.height)}px`;
  }

  function draw(host, spec, width = host.clientWidth) {
    if (width < LEAST) { // The page is about to get its size; then it is drawn.
      return;
    }
    const top = spec.kind === "stacked" ? (legend(spec, width).at(-1)?.y ?? 0) + 20 : 0;
    if (spec.kind === "stacked" || spec.kind === "bars") {
      const rows = spec.names.length;
      host.style.height = `${spec.kind === "stacked" ? top + 26 + rows * 22 : 16 + rows * rowOf(namesOf(spec, width))}px`;
    }
    const height = host.clientHeight;
    const format = new Intl.NumberFormat(spec.locale);
    const svg = document.createElementNS(NS, "svg");
    svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
    host.gocuaId ??= `chart-${++drawn}`;
    kinds[spec.kind](svg, spec, {width, height, top, id: host.gocuaId, count: (value) => format.format(value)});
    host.replaceChildren(svg);
  }

  window.gocuaChart = (host, spec) => {
    host.gocuaSpec = spec;
    draw(host, spec);
    if (!host.gocuaWatched) {
      let wide = host.clientWidth;
      host.gocuaWatched = new ResizeObserver(() => {
        if (host.clientWidth !== wide) {
          wide = host.clientWidth;
          draw(host, host.gocuaSpec);
        }
      });
      host.gocuaWatched.observe(host);
      host.addEventListener("pointermove", (event) => showTip(host, event));
      host.addEventListener("pointerdown", (event) => showTip(host, event));
      host.addEventListener("pointerleave", () => host.querySelector(".chart-tip")?.remove());
      document.fonts.ready.then(() => draw(host, host.gocuaSpec));
    }
  };
  /** Draws all of the page as wide as this, in pixels; else as wide as each has room. */
  window.gocuaChartsAt = (width) =>
    document.querySelectorAll(".chart-canvas").forEach((host) => host.gocuaSpec && draw(host, host.gocuaSpec, width));
  (window.gocuaCharts ?? []).forEach(([host, spec]) => window.gocuaChart(host, spec));
  window.gocuaCharts = [];
})();
