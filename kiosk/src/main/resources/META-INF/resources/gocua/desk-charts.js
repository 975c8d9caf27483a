// Draws the desk's charts with Apache ECharts. Figures come from the server; nothing is worked out here. Whatever differs
// in colour differs in pattern or place too, and every bar has its number beside it.
(() => {
  const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;

  const base = () => ({
    animation: !calm,
    animationDuration: 300,
    textStyle: {fontFamily: css("--font") || "Roboto, sans-serif", color: css("--ink")},
    tooltip: {trigger: "item", confine: true},
  });

  const axis = () => ({
    axisLine: {lineStyle: {color: css("--line")}},
    axisTick: {show: false},
    axisLabel: {color: css("--soft"), fontSize: 12},
    splitLine: {lineStyle: {color: css("--line")}},
  });

  // An axis of counts, written as the reader's language writes them: ECharts itself writes 1,234.
  const counted = (count) => ({...axis(), axisLabel: {...axis().axisLabel, formatter: count}});

  const number = (spec) => {
    const format = new Intl.NumberFormat(spec.locale);
    return (value) => format.format(value);
  };

  const escaped = (text) => String(text).replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

  const kinds = {
    days(spec, count) {
      return {
        grid: {left: 8, right: 12, top: 28, bottom: 8, containLabel: true},
        xAxis: {type: "category", data: spec.names, ...axis(), splitLine: {show: false}},
        yAxis: {type: "value", minInterval: 1, ...counted(count)},
        tooltip: {formatter: (p) => `${escaped(p.name)}: <b>${count(p.value)}</b> ${escaped(spec.unit)}`, confine: true},
        series: [{
          type: "bar",
          data: spec.counts,
          barMaxWidth: 28,
          itemStyle: {color: css("--jade"), borderRadius: [3, 3, 0, 0]},
          label: {show: spec.counts.length <= 16, position: "top", color: css("--ink"), fontSize: 11, formatter: (p) => p.value > 0 ? count(p.value) : ""},
          markLine: spec.needed > 0 ? {
            silent: true,
            symbol: "none",
            lineStyle: {color: css("--ink"), type: [6, 4], width: 2},
            label: {position: "insideEndTop", formatter: spec.neededName, color: css("--ink"), fontWeight: 700, fontSize: 12},
            data: [{yAxis: spec.needed}],
          } : undefined,
        }],
      };
    },

    bars(spec, count) {
      const sum = spec.counts.reduce((a, b) => a + b, 0);
      return {
        grid: {left: 8, right: 84, top: 4, bottom: 4, containLabel: true},
        xAxis: {type: "value", show: false},
        yAxis: {type: "category", inverse: true, data: spec.names, ...axis(), axisLine: {show: false}, axisLabel: {color: css("--ink"), fontSize: 13, width: 190, overflow: "break"}},
        tooltip: {formatter: (p) => `${escaped(p.name)}: <b>${count(p.value)}</b> ${escaped(spec.unit)}`, confine: true},
        series: [{
          type: "bar",
          data: spec.counts,
          barMaxWidth: 22,
          itemStyle: {color: css("--jade"), borderRadius: [0, 3, 3, 0]},
          label: {show: true, position: "right", color: css("--ink"), fontSize: 13, formatter: (p) => sum > 0 ? `${count(p.value)} · ${Math.round(p.value / sum * 100)} %` : "0"},
        }],
      };
    },

    heat(spec, count) {
      const most = Math.max(1, ...spec.cells.map((c) => c[2]));
      return {
        grid: {left: 8, right: 8, top: 4, bottom: 8, containLabel: true},
        xAxis: {type: "category", data: spec.names, ...axis(), splitLine: {show: false}, axisLine: {show: false}},
        yAxis: {type: "category", data: spec.rows, inverse: true, ...axis(), splitLine: {show: false}, axisLine: {show: false}, axisLabel: {color: css("--ink"), fontSize: 12}},
        visualMap: {show: false, min: 0, max: most, inRange: {color: ["#f6f3ea", "#bfe0d1", "#5aa98a", "#0b6e4f", "#063f2e"]}},
        tooltip: {formatter: (p) => `${escaped(spec.rows[p.value[1]])} ${escaped(p.name)}: <b>${count(p.value[2])}</b> ${escaped(spec.unit)}`, confine: true},
        series: [{
          type: "heatmap",
          data: spec.cells.map((c) => ({value: c, label: {color: c[2] > most * 0.45 ? "#fff" : css("--ink")}})),
          itemStyle: {borderColor: css("--panel"), borderWidth: 2, borderRadius: 3},
          label: {show: true, fontSize: 11, formatter: (p) => p.value[2] > 0 ? count(p.value[2]) : ""},
        }],
      };
    },

    stacked(spec, count) {
      const colours = ["#0b6e4f", "#f2b705", "#14213d", "#b23a2e", "#5aa98a", "#8a6400", "#6d7fa8", "#c98a82"];
      return {
        color: colours,
        aria: {enabled: true, label: {enabled: false}, decal: {show: true}},
        legend: {top: 0, left: 0, type: "plain", textStyle: {color: css("--ink"), fontSize: 12}, itemWidth: 22, itemHeight: 14},
        grid: {left: 8, right: 16, top: 70, bottom: 4, containLabel: true},
        xAxis: {type: "value", ...counted(count)},
        yAxis: {type: "category", inverse: true, data: spec.names, ...axis(), axisLabel: {color: css("--ink"), fontSize: 12}},
        tooltip: {formatter: (p) => `${escaped(p.name)} · ${escaped(p.seriesName)}: <b>${count(p.value)}</b> ${escaped(spec.unit)}`, confine: true},
        series: spec.parts.map((part, i) => ({type: "bar", stack: "all", name: part, data: spec.counts[i], barMaxWidth: 16})),
      };
    },
  };

  function draw(host, spec) {
    const chart = window.echarts.getInstanceByDom(host) ?? window.echarts.init(host, null, {renderer: "svg"});
    if (spec.kind === "stacked" || spec.kind === "bars") {
      host.style.height = `${(spec.kind === "stacked" ? 96 : 16) + spec.names.length * (spec.kind === "stacked" ? 22 : 36)}px`;
    }
    chart.setOption({...base(), ...kinds[spec.kind](spec, number(spec))}, true);
    chart.resize();
    if (!host.gocuaWatched) {
      host.gocuaWatched = new ResizeObserver(() => chart.resize());
      host.gocuaWatched.observe(host);
    }
  }

  window.gocuaChart = (host, spec) => {
    if (window.echarts) {
      draw(host, spec);
    } else {
      setTimeout(() => window.gocuaChart(host, spec), 50);
    }
  };
  (window.gocuaCharts ?? []).forEach(([host, spec]) => window.gocuaChart(host, spec));
  window.gocuaCharts = [];
})();
