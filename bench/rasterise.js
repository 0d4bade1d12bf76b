/**
 * Makes a scan of a PDF: `node bench/rasterise.js FILE OUT [--dpi 200] [--kind grey|colour|bilevel|harsh] [--seed 1] [--pages 3-9]
 * [--turn 90] [--light]`.
 *
 * Each page is drawn, put askew by 0.3–1.2° either way, blurred, given noise and a stamp, and packed as JPEG 50–70
 * (harsh: low contrast, more blur, JPEG 30; bilevel: 1 bit). `--turn`: laid on the glass turned clockwise, degrees. `--light`: as
 * photographed under a lamp, two corners darker. The same seed gives the same file.
 */
import { readFile, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { createCanvas } from "@napi-rs/canvas";
import { dist } from "./dist.js";
import { imagePdf } from "./image-pdf.js";

const { openPdf } = await dist("pdf/index.js");

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    dpi: { type: "string", default: "200" },
    kind: { type: "string", default: "grey" },
    seed: { type: "string", default: "1" },
    pages: { type: "string" },
    turn: { type: "string", default: "0" },
    light: { type: "boolean", default: false },
  },
});
const [file, out] = positionals;
const dpi = Number(values.dpi);
const harsh = values.kind === "harsh";
const turn = Number(values.turn);

/** Width and height of a page as it lies on the glass. */
function lies({ width, height }) {
  return turn % 180 === 0 ? { width, height } : { width: height, height: width };
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

function scan(drawn, next) {
  const source = createCanvas(drawn.width, drawn.height);
  const image = source.getContext("2d").createImageData(drawn.width, drawn.height);
  image.data.set(drawn.data);
  source.getContext("2d").putImageData(image, 0, 0);
  const { width, height } = lies(drawn);
  const canvas = createCanvas(width, height);
  const context = canvas.getContext("2d");
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, width, height);
  const degrees = (0.3 + 0.9 * next()) * (next() < 0.5 ? -1 : 1);
  context.translate(width / 2, height / 2);
  context.rotate(((degrees + turn) * Math.PI) / 180);
  context.filter = `blur(${harsh ? 1.3 : 0.4 + 0.3 * next()}px)`;
  context.drawImage(source, -drawn.width / 2, -drawn.height / 2);
  context.filter = "none";
  context.setTransform(1, 0, 0, 1, 0, 0);
  stamp(context, width * (0.2 + 0.6 * next()), height * (0.2 + 0.6 * next()), (19 / 25.4) * dpi);
  degrade(context, width, height, next);
  return { canvas, context, degrees };
}

/** A round stamp as a department's: ring, star; over the print. */
function stamp(context, x, y, radius) {
  context.globalCompositeOperation = "multiply";
  context.strokeStyle = context.fillStyle = values.kind === "colour" ? "#e0383a" : "#8c8c8c";
  context.lineWidth = radius * 0.06;
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.stroke();
  context.beginPath();
  for (let k = 0; k < 10; k++) {
    const r = radius * (k % 2 === 0 ? 0.28 : 0.11);
    context.lineTo(x + r * Math.sin((k * Math.PI) / 5), y - r * Math.cos((k * Math.PI) / 5));
  }
  context.fill();
  context.globalCompositeOperation = "source-over";
}

function degrade(context, width, height, next) {
  const image = context.getImageData(0, 0, width, height);
  const { data } = image;
  const [dark, light] = harsh ? [90, 215] : [20, 245];
  const strength = harsh ? 22 : 10;
  for (let i = 0; i < data.length; i += 4) {
    const noise = (next() + next() + next() - 1.5) * strength;
    let [red, green, blue] = [data[i], data[i + 1], data[i + 2]];
    if (values.kind !== "colour") red = green = blue = 0.3 * red + 0.59 * green + 0.11 * blue;
    const lit = values.light ? lamp((i / 4) % width, Math.floor(i / 4 / width), width, height) : 1;
    data[i] = (dark + ((light - dark) * red) / 255) * lit + noise;
    data[i + 1] = (dark + ((light - dark) * green) / 255) * lit + noise;
    data[i + 2] = (dark + ((light - dark) * blue) / 255) * lit + noise;
  }
  context.putImageData(image, 0, 0);
}

/** How much of the lamp's light reaches a pixel: all at one corner, half at the other. */
function lamp(x, y, width, height) {
  return 1 - 0.5 * ((x / width + y / height) / 2) ** 1.5;
}

function bits(context, width, height) {
  const { data } = context.getImageData(0, 0, width, height);
  const stride = Math.ceil(width / 8);
  const packed = new Uint8Array(stride * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      // Scanners set to black and white keep thin strokes.
      if (data[(y * width + x) * 4] >= 190) packed[y * stride + (x >> 3)] |= 0x80 >> (x & 7);
    }
  }
  return packed;
}

const pdf = await openPdf(await readFile(file), { fileName: file });
const [first, last] = (values.pages ?? `1-${pdf.pageCount}`).split("-").map(Number);
const pages = [];
for (let number = 1; number <= (last ?? first); number++) {
  // Every page draws its numbers from its own seed: a choice of pages changes none.
  const next = random(Number(values.seed) * 10_007 + number);
  if (number < first) {
    pages.push(null);
    continue;
  }
  const drawn = await pdf.bitmap(number, dpi);
  const { canvas, context, degrees } = scan(drawn, next);
  const quality = harsh ? 30 : Math.round(50 + 20 * next());
  const { width, height } = lies(drawn);
  const size = { width, height, widthPt: width / drawn.scale, heightPt: height / drawn.scale };
  pages.push(
    values.kind === "bilevel"
      ? { ...size, bits: bits(context, width, height) }
      : { ...size, jpeg: canvas.toBuffer("image/jpeg", quality) },
  );
  console.error(`page ${number}: ${degrees.toFixed(2)}°, JPEG ${quality}`);
}
await pdf.close();
await writeFile(out, imagePdf(pages.filter((page) => page !== null)));
