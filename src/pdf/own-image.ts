import type { OPS as Operations, PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { Box, PageImage } from "../model/index.js";
import type { OperatorList } from "./interpret.js";

/** The one picture that a page consists of, upright, in its own pixels. */
export interface OwnImage {
  readonly width: number;
  readonly height: number;
  /** 1 grey, 3 RGB, 4 RGBA (over white). */
  readonly channels: 1 | 3 | 4;
  readonly data: Uint8Array | Uint8ClampedArray;
  /** What it covers, in pt of the page as displayed. */
  readonly box: Box;
}

/** As the engine hands over a decoded image (ImageKind: 1 one bit, 2 RGB, 3 RGBA). */
interface Decoded {
  readonly width: number;
  readonly height: number;
  readonly kind: number;
  readonly data: Uint8Array | Uint8ClampedArray;
}

/** Pixels are square to this part. */
const SQUARE = 0.005;
/** A clip that takes less than this off a side of the picture takes nothing, pt. */
const WHOLE = 0.75;

/**
 * The picture of a page that paints nothing else, where it lies upright and whole; null for every other page.
 * @param images what the page shows; no glyph of its text does
 */
export function ownImage(
  { fnArray, argsArray }: OperatorList,
  ops: typeof Operations,
  images: readonly PageImage[],
  { objs, commonObjs, view, rotate }: PDFPageProxy,
): OwnImage | null {
  const [image, ...others] = images;
  if (image === undefined || others.length > 0 || rotate !== 0) return null;
  const painting = paintingOperations(ops);
  const paints = (operation: number, i: number): boolean =>
    operation === ops.constructPath ? (argsArray[i] as ArrayLike<unknown>)[0] !== ops.endPath : painting.has(operation);
  const painted = fnArray.flatMap((operation, i) => (paints(operation, i) ? i : []));
  const at = painted[0] ?? -1;
  if (painted.length !== 1 || fnArray[at] !== ops.paintImageXObject) return null;
  const plain = fnArray.every((operation, i) => operation !== ops.setGState || isPlain(argsArray[i]));
  const box = plain ? uprightBox(fnArray.slice(0, at), argsArray, ops, view) : null;
  if (box === null || box.some((side, i) => Math.abs(side - (image.box[i] ?? 0)) > WHOLE)) return null;
  const id = String((argsArray[at] as ArrayLike<unknown>)[0]);
  const store = objs.has(id) ? objs : commonObjs.has(id) ? commonObjs : null;
  const decoded: unknown = store?.get(id);
  if (!isDecoded(decoded)) return null;
  const square = (decoded.width / (box[2] - box[0]) / decoded.height) * (box[3] - box[1]);
  if (Math.abs(square - 1) > SQUARE) return null;
  return { ...pixelsOf(decoded), width: decoded.width, height: decoded.height, box };
}

let painting: ReadonlySet<number> | undefined;

/** What leaves paint on a page, but for text (its glyphs tell) and paths (they may only clip). */
function paintingOperations(ops: typeof Operations): ReadonlySet<number> {
  painting ??= new Set([
    ops.shadingFill,
    ops.rawFillPath,
    ops.paintFormXObjectBegin,
    ops.beginGroup,
    ops.paintImageXObject,
    ops.paintInlineImageXObject,
    ops.paintInlineImageXObjectGroup,
    ops.paintImageXObjectRepeat,
    ops.paintImageMaskXObject,
    ops.paintImageMaskXObjectGroup,
    ops.paintImageMaskXObjectRepeat,
    ops.paintSolidColorImageMask,
  ]);
  return painting;
}

/** Whether a graphics state changes nothing about how a picture is painted. */
function isPlain(args: unknown): boolean {
  const [parameters = []] = args as readonly (readonly (readonly [string, unknown])[])[];
  return parameters.every(([name, value]) => {
    if (name === "ca") return value === 1;
    if (name === "SMask") return value === false || value === null;
    if (name === "BM") return value === "source-over";
    return name !== "TR";
  });
}

/** Where the unit square lies at the end of the operations, on the page as displayed; null when it is turned or mirrored. */
function uprightBox(
  fnArray: readonly number[],
  argsArray: OperatorList["argsArray"],
  ops: typeof Operations,
  view: readonly number[],
): Box | null {
  const stack: Upright[] = [];
  let now: Upright | null = { sx: 1, sy: 1, x: 0, y: 0 };
  for (const [i, operation] of fnArray.entries()) {
    if (operation === ops.save) stack.push(now);
    else if (operation === ops.restore) now = stack.pop() ?? now;
    else if (operation === ops.transform) {
      const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = Array.from(argsArray[i] as ArrayLike<number>);
      if (b !== 0 || c !== 0 || a <= 0 || d <= 0) return null;
      now = { sx: now.sx * a, sy: now.sy * d, x: now.x + now.sx * e, y: now.y + now.sy * f };
    }
  }
  const [x0 = 0, , , y1 = 0] = view;
  return [now.x - x0, y1 - now.y - now.sy, now.x + now.sx - x0, y1 - now.y];
}

/** A matrix without turning: x' = sx·x + x0, y' = sy·y + y0. */
interface Upright {
  readonly sx: number;
  readonly sy: number;
  readonly x: number;
  readonly y: number;
}

function isDecoded(value: unknown): value is Decoded {
  if (typeof value !== "object" || value === null) return false;
  const { width, height, kind, data } = value as Partial<Decoded>;
  if (typeof width !== "number" || typeof height !== "number" || typeof kind !== "number") return false;
  if (!(data instanceof Uint8Array || data instanceof Uint8ClampedArray)) return false;
  const bytes = kind === 1 ? Math.ceil(width / 8) * height : width * height * (kind + 1);
  return kind >= 1 && kind <= 3 && data.length >= bytes;
}

function pixelsOf({ width, height, kind, data }: Decoded): Pick<OwnImage, "channels" | "data"> {
  if (kind === 3) return { channels: 4, data };
  if (kind === 2) return isGrey(data) ? { channels: 1, data: everyThird(data) } : { channels: 3, data };
  const stride = Math.ceil(width / 8);
  const grey = new Uint8Array(width * height);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      grey[i] = ((data[y * stride + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1 ? 255 : 0;
    }
  }
  return { channels: 1, data: grey };
}

function isGrey(data: Decoded["data"]): boolean {
  for (let i = 0; i + 2 < data.length; i += 3) if (data[i] !== data[i + 1] || data[i] !== data[i + 2]) return false;
  return true;
}

function everyThird(data: Decoded["data"]): Uint8Array {
  const grey = new Uint8Array(Math.floor(data.length / 3));
  for (let i = 0, from = 0; i < grey.length; i++, from += 3) grey[i] = data[from] ?? 0;
  return grey;
}
