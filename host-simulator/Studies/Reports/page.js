// Hover boxes and legends of the line charts. Without script the charts are complete but for the numbers under the pointer.
"use strict";
for (const figure of document.querySelectorAll("figure.chart")) {
  const source = figure.querySelector('script[type="application/json"]');
  if (source) new ChartHover(figure, JSON.parse(source.textContent));
}

function ChartHover(figure, data) {
  const svg = figure.querySelector("svg");
  const hidden = new Set();
  const cursor = element("line", { class: "cursor hidden", y1: data.top, y2: data.bottom });
  const box = document.createElement("div");
  box.className = "hover hidden";
  svg.append(cursor);
  figure.append(box);

  for (const button of figure.querySelectorAll(".legend button")) {
    button.addEventListener("click", () => toggle(button));
  }

  svg.addEventListener("pointermove", show);
  svg.addEventListener("pointerdown", show);
  svg.addEventListener("pointerleave", () => setHidden(true));

  function toggle(button) {
    const series = Number(button.dataset.series);
    const hide = !hidden.delete(series);
    if (hide) hidden.add(series);
    button.setAttribute("aria-pressed", String(!hide));
    for (const shape of svg.querySelectorAll(`path.s${series}`)) shape.classList.toggle("hidden", hide);
  }

  function show(event) {
    const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
    if (point.x < data.left - 5 || point.x > data.right + 5) return setHidden(true);
    const at = data.from + (point.x - data.left) / (data.right - data.left) * (data.to - data.from);
    const index = nearest(data.x, at);
    const x = data.left + (data.x[index] - data.from) / (data.to - data.from) * (data.right - data.left);
    cursor.setAttribute("x1", x);
    cursor.setAttribute("x2", x);
    fill(index);
    setHidden(false);
    place(event);
  }

  function fill(index) {
    box.textContent = "";
    const head = document.createElement("div");
    head.textContent = `${data.xLabel}: ${data.x[index]}`;
    box.append(head);
    data.names.forEach((name, series) => {
      const value = data.y[series][index];
      if (value === null || hidden.has(series)) return;
      const row = document.createElement("div");
      row.className = `s${series}`;
      const number = document.createElement("b");
      number.textContent = value;
      row.append(document.createElement("i"), `${name} `, number);
      box.append(row);
    });
  }

  function place(event) {
    const frame = figure.getBoundingClientRect();
    const left = event.clientX - frame.left;
    const flip = left + box.offsetWidth + 24 > frame.width;
    box.style.left = `${flip ? left - box.offsetWidth - 14 : left + 14}px`;
    box.style.top = `${Math.max(0, event.clientY - frame.top - box.offsetHeight / 2)}px`;
  }

  function setHidden(isHidden) {
    cursor.classList.toggle("hidden", isHidden);
    box.classList.toggle("hidden", isHidden);
  }
}

function nearest(numbers, at) {
  let low = 0, high = numbers.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (numbers[middle] <= at) low = middle; else high = middle;
  }
  return at - numbers[low] <= numbers[high] - at ? low : high;
}

function element(name, attributes) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}
