// Draws the plots and tables of a simulation from the figures in the page.
"use strict";
const data = JSON.parse(document.getElementById("data").textContent);
const dark = matchMedia("(prefers-color-scheme: dark)");
const select = document.getElementById("cluster");
const timeSteps = [0.25, 0.5, 1, 2, 3, 6, 12, 24, 48, 96, 168, 336, 672, 1344, 2688].map(hours => hours * 3600);
let plots = [];

fillTiles();
fillSelect();
fillTables();
draw();
select.addEventListener("change", draw);
dark.addEventListener("change", draw);
addEventListener("resize", () => plots.forEach(({ plot, box }) => plot.setSize({ width: box.clientWidth, height: plot.height })));

function draw() {
  plots.forEach(({ plot }) => plot.destroy());
  plots = [];
  document.getElementById("charts").replaceChildren();
  const shown = data.series[Number(select.value)];
  timePlot("Price", "money per kWh; local and upper level: mean of the trades of the slot", "", [
    line("retail", "--retail", shown.retail, { dash: [5, 4] }),
    line("feed-in", "--feedin", shown.feedIn, { dash: [5, 4] }),
    line("in the cluster", "--local", shown.localPrice, { width: 2 }),
    line("from other clusters", "--upper", shown.upperPrice, { width: 2 }),
  ], 3);
  timePlot("Where bought energy comes from", "mean power in kW", " kW", [
    line("in the cluster", "--local", shown.local, { fill: true }),
    line("from other clusters", "--upper", shown.upper, { fill: true }),
    line("from the operator", "--operator", shown.operatorSold),
    line("sold to the operator", "--feedin", shown.operatorBought),
  ], 1);
  timePlot("Load on the grid", "net import of all meters, mean power in kW; negative: export", " kW", [
    line("with the market", "--load", shown.net, { width: 2 }),
    ...(shown.netWithout ? [line("without a market", "--without", shown.netWithout, { width: 2 })] : []),
  ], 1);
  timePlot("Load and PV", "mean power in kW", " kW", [
    line("load", "--load", shown.load),
    line("PV", "--solar", shown.generation, { fill: true }),
    ...(Math.max(...shown.cut) > 0 ? [line("load cut", "--bad", shown.cut)] : []),
  ], 1);
  const one = select.value !== "0" || data.series.length < 2;
  const clusters = one ? [shown] : data.series.slice(1);
  if (!one) timePlot("Price of local trades", "money per kWh, mean of the slot", "", clusters.map((each, index) => line(each.name, `--c${index % 10}`, each.localPrice)), 3);
  timePlot("State of charge", "of all storages of a cluster, %", " %", clusters
    .map((each, index) => line(each.name, `--c${index % 10}`, each.charge))
    .filter(series => series.values), 0);
  gainPlot(shown);
  timePlot("Refused messages and undelivered energy", "messages in a slot; energy awarded, but neither exported nor imported, in kWh", "", [
    line("refused", "--bad", shown.refused),
    line("not delivered", "--operator", shown.shortfall),
  ], 1);
}

function line(label, color, values, style = {}) {
  return { label, color, values, style };
}

function timePlot(title, subtitle, unit, series, decimals) {
  const plotted = series.filter(each => each.values && each.values.some(value => value !== null));
  const points = { show: false };
  makePlot(title, subtitle, {
    series: [
      { label: "time, UTC", value: (_, time) => time === null ? "" : stamp(time) },
      ...plotted.map(each => ({
        label: each.label,
        stroke: ink(each.color),
        fill: each.style.fill ? ink(each.color) + "33" : undefined,
        width: each.style.width ?? 1.4,
        dash: each.style.dash,
        points,
        spanGaps: false,
        value: (_, value) => value === null ? "" : value.toFixed(decimals) + unit,
      })),
    ],
    axes: [axis({ values: timeLabels(), incrs: timeSteps }), axis({ values: (_, ticks) => ticks.map(tick => short(tick)) })],
    scales: { x: { time: false } },
  }, [data.times, ...plotted.map(each => each.values)]);
}

function gainPlot(shown) {
  const gains = shown.gains;
  makePlot("Gain of each home", "money less what the operator alone would have given for the same metering, homes in order", {
    series: [
      { label: "home", value: (_, place) => place === null ? "" : String(place) },
      { label: "gain", stroke: ink("--local"), fill: ink("--local") + "33", width: 1.6, points: { show: false }, value: (_, value) => value === null ? "" : value.toFixed(2) },
    ],
    axes: [axis({ incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000] }), axis({ values: (_, ticks) => ticks.map(tick => short(tick)) })],
    scales: { x: { time: false } },
  }, [gains.map((_, index) => index + 1), gains]);
}

function makePlot(title, subtitle, options, values) {
  const figure = element("figure");
  const caption = element("figcaption", title);
  caption.append(element("small", subtitle));
  const box = element("div");
  box.setAttribute("role", "img");
  box.setAttribute("aria-label", `${title}: ${subtitle}. ${options.series.slice(1).map((series, index) => describe(series.label, values[index + 1])).join("; ")}`);
  figure.append(caption, box);
  document.getElementById("charts").append(figure);
  const plot = new uPlot({ width: box.clientWidth, height: 230, cursor: { drag: { x: true, y: false } }, legend: { live: true }, ...options }, values, box);
  plots.push({ plot, box });
}

function describe(label, values) {
  const known = values.filter(value => value !== null);
  return known.length === 0 ? `${label}: none` : `${label}: ${short(Math.min(...known))} to ${short(Math.max(...known))}`;
}

function axis(more) {
  return { stroke: ink("--quiet"), grid: { stroke: ink("--grid"), width: 1 }, ticks: { stroke: ink("--grid"), width: 1 }, font: "12px system-ui, sans-serif", ...more };
}

function timeLabels() {
  const isOneDay = data.times.at(-1) - data.times[0] <= 86400;
  return (_, ticks) => ticks.map(time => isOneDay || time % 86400 ? stamp(time).slice(11, 16) : stamp(time).slice(5, 10));
}

function stamp(time) {
  return new Date(time * 1000).toISOString().slice(0, 16).replace("T", " ");
}

function short(value) {
  const size = Math.abs(value);
  return String(Number(value.toFixed(size >= 100 ? 0 : size >= 10 ? 1 : 3)));
}

function ink(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

function fillTiles() {
  for (const tile of data.tiles) {
    const box = element("div");
    box.className = "tile";
    const value = element("b", tile.value);
    if (tile.isGood !== null) value.className = tile.isGood ? "good" : "bad";
    box.append(value, element("span", tile.meaning));
    document.getElementById("tiles").append(box);
  }
}

function fillSelect() {
  data.series.forEach((series, index) => {
    const option = element("option", series.name);
    option.value = index;
    select.append(option);
  });
  select.value = "0";
  select.parentElement.hidden = data.series.length < 2;
}

function fillTables() {
  for (const table of data.tables) {
    const details = element("details");
    details.open = table.isOpen;
    const wide = element("div");
    wide.className = "wide";
    wide.tabIndex = 0;
    wide.setAttribute("role", "region");
    wide.setAttribute("aria-label", table.title);
    wide.append(makeTable(table));
    details.append(element("summary", table.title), wide);
    document.getElementById("tables").append(details);
  }
}

function makeTable(table) {
  const made = element("table");
  made.className = "figures";
  const head = made.createTHead().insertRow();
  for (const column of table.columns) {
    const cell = element("th", column);
    cell.scope = "col";
    head.append(cell);
  }
  const body = made.createTBody();
  table.rows.forEach((cells, index) => {
    const row = body.insertRow();
    if (index >= table.rows.length - table.sums) row.className = "sum";
    for (const text of cells) row.insertCell().textContent = text;
  });
  return made;
}

function element(name, text) {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  return made;
}
