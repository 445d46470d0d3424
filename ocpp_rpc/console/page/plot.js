// A plot of meter values, in SVG, with the numbers in words for those who cannot see it.

import { counted, make, makeSvg, timeOf } from "./dom.js";

const WIDTH = 640;
const HEIGHT = 200;
const LEFT = 64;
const BOTTOM = 24;
const TOP = 8;

/** Make the plot of a series: its name, its unit, and pairs of time and value. */
export function plot(series) {
  const { name, unit, points } = series;
  const times = points.map((point) => point[0]);
  const values = points.map((point) => point[1]);
  const [t0, t1] = range(times);
  const [v0, v1] = range(values);
  const x = (time) => LEFT + share(time, t0, t1) * (WIDTH - LEFT - 8);
  const y = (value) => HEIGHT - BOTTOM - share(value, v0, v1) * (HEIGHT - BOTTOM - TOP);
  const curve = points.map(([time, value]) => `${x(time).toFixed(1)},${y(value).toFixed(1)}`).join(" ");
  const low = Math.min(...values);
  const high = Math.max(...values);
  const text = `${name}: ${counted(points.length, "value")} from ${number(low)} to ${number(high)} ${unit}, `
    + `the last ${number(values.at(-1))}, between ${timeOf(times[0])} and ${timeOf(times.at(-1))}`;
  return make("figure", {},
    make("figcaption", {}, `${name} (${unit || "no unit"})`),
    makeSvg("svg", { class: "plot", viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": text },
      makeSvg("path", { class: "axis", d: `M${LEFT},${TOP}V${HEIGHT - BOTTOM}H${WIDTH - 8}` }),
      makeSvg("text", { x: LEFT - 6, y: y(v1) + 8, "text-anchor": "end" }, number(v1)),
      makeSvg("text", { x: LEFT - 6, y: y(v0), "text-anchor": "end" }, number(v0)),
      makeSvg("text", { x: LEFT, y: HEIGHT - 6 }, timeOf(t0)),
      makeSvg("text", { x: WIDTH - 8, y: HEIGHT - 6, "text-anchor": "end" }, timeOf(t1)),
      makeSvg("polyline", { class: "curve", points: curve })));
}

/** Return the bounds of numbers, which are never the same. */
function range(numbers) {
  const low = Math.min(...numbers);
  const high = Math.max(...numbers);
  if (low < high) return [low, high];
  const half = Math.max(0.5, Math.abs(low) / 1000);
  return [low - half, high + half];
}

/** Return where a number is between two others, from 0 to 1; halves, as a difference may be infinite. */
function share(number, low, high) {
  return (number / 2 - low / 2) / (high / 2 - low / 2);
}

/** Return a number, short. */
export function number(value) {
  return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(6)));
}
