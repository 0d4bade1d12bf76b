import type { Box, Glyph, PageImage, Rule } from "../model/index.js";
import type { Engine } from "./engine.js";
import {
  type ClipBox,
  copyState,
  type EngineFont,
  type GraphicsState,
  initialState,
  intersect,
  isNearWhite,
} from "./graphics-state.js";
import { IDENTITY, type Matrix, multiply, toMatrix, transformBox } from "./matrix.js";
import type { PaintedLine } from "./painted-glyph.js";
import { filledRules, pathBox, strokedRules, subPaths, thinBox } from "./paths.js";
import { type EngineGlyph, showText, type TextSink } from "./text.js";

export interface OperatorList {
  readonly fnArray: readonly number[];
  // The engine's own type: each operation's arguments have their own shape.
  readonly argsArray: ArrayLike<ArrayLike<unknown> | null>;
}

export interface Interpreted {
  glyphs: Glyph[];
  rules: Rule[];
  images: PageImage[];
  hiddenGlyphs: number;
}

export interface InterpretContext {
  readonly ops: Engine["OPS"];
  /** User space → displayed page. */
  readonly base: Matrix;
  readonly width: number;
  readonly height: number;
  font(id: string): EngineFont | null;
  /** Whether an optional-content group is shown. */
  layerVisible(properties: unknown): boolean;
}

/** Paint of at most this opacity is not seen (safe 0.02–0.1). */
const FAINTEST = 0.05;
/** As a path of the engine: 0 move, 1 line, 4 close. */
const UNIT_SQUARE = [0, 0, 0, 1, 1, 0, 1, 1, 1, 1, 0, 1, 4];

const NO_LINE: PaintedLine = { y0: 0, y1: 0, baseline: 0, size: 0, font: "", angle: 0 };
const NOTHING: readonly unknown[] = [];

/** One operator list → what can be seen: glyphs, ruling lines, images. */
export function interpret(list: OperatorList, context: InterpretContext): Interpreted {
  const { ops, width, height } = context;
  const page: ClipBox = [0, 0, width, height];
  const result: Interpreted = { glyphs: [], rules: [], images: [], hiddenGlyphs: 0 };
  const grounds: ClipBox[] = [];
  const white: number[] = [];
  const sink: TextSink = {
    line: NO_LINE,
    glyph(glyph: Glyph, isWhite: boolean) {
      if (isWhite) white.push(result.glyphs.length);
      result.glyphs.push(glyph);
    },
    hidden() {
      result.hiddenGlyphs++;
    },
  };
  const unseen: TextSink = { line: NO_LINE, glyph: sink.hidden, hidden: sink.hidden };

  const state = initialState(context.base, null);
  const saved: GraphicsState[] = [];
  let depth = 0;
  let pendingClip = false;
  /** One entry per open marked content: whether it hides. */
  const marked: boolean[] = [];
  let hiddenDepth = 0;

  const save = () => {
    const slot = saved[depth] ?? initialState(context.base, null);
    saved[depth++] = slot;
    copyState(state, slot);
  };
  const restore = () => {
    const slot = saved[depth - 1];
    if (!slot) return;
    depth--;
    copyState(slot, state);
  };
  const moveText = (x: number, y: number) => {
    state.lineX += x;
    state.lineY += y;
    state.x = state.lineX;
    state.y = state.lineY;
  };
  /** A picture on the unit square. A mask is painted in the fill colour, and cannot be seen where that cannot. */
  const image = (w: unknown, h: unknown, mask = false) => {
    if (mask && (state.fillWhite || state.fillAlpha <= FAINTEST)) return;
    const box = transformBox(state.ctm, 0, 0, 1, 1);
    const seen = intersect(state.clip, intersect(page, box));
    if (seen[2] <= seen[0] || seen[3] <= seen[1]) return;
    thinBox(box, state.clip, result.rules);
    grounds.push(seen);
    result.images.push({ box: seen as Box, width: Number(w) || 0, height: Number(h) || 0 });
  };
  const path = (paint: number, data: ArrayLike<number> | null) => {
    const paths = data ? subPaths(data, state.ctm) : [];
    if (pendingClip) {
      pendingClip = false;
      state.clip = intersect(state.clip, pathBox(paths) ?? [0, 0, 0, 0]);
    }
    if (hiddenDepth > 0) return;
    const fills = FILLS(ops).has(paint);
    const strokes = STROKES(ops).has(paint);
    if (fills && !state.fillWhite && state.fillAlpha > FAINTEST) {
      for (const area of filledRules(paths, state.clip, result.rules)) grounds.push(area);
    }
    if (strokes && !state.strokeWhite && state.strokeAlpha > FAINTEST) {
      const scale = Math.sqrt(Math.abs(state.ctm[0] * state.ctm[3] - state.ctm[1] * state.ctm[2]));
      strokedRules(paths, state.lineWidth * scale, state.clip, result.rules);
    }
  };

  /** By the engine's number of the operation: a page has tens of thousands, and looking one up must not cost more than doing it. */
  const actions: ((a: ArrayLike<unknown>) => void)[] = [];
  const on = (operation: number, action: (a: ArrayLike<unknown>) => void) => {
    actions[operation] = action;
  };
  on(ops.save, save);
  on(ops.restore, restore);
  on(ops.transform, (a) => {
    state.ctm = multiply(state.ctm, toMatrix(a as ArrayLike<number>));
  });
  for (const operation of [ops.clip, ops.eoClip]) {
    on(operation, () => {
      pendingClip = true;
    });
  }
  on(ops.constructPath, (a) => path(Number(a[0]), (a[1] as ArrayLike<ArrayLike<number> | null>)[0] ?? null));
  on(ops.setLineWidth, (a) => {
    state.lineWidth = Number(a[0]);
  });
  on(ops.setGState, (a) => graphicsParameters(state, a[0] as readonly [string, unknown][], context));
  on(ops.setFillRGBColor, (a) => {
    state.fillWhite = isNearWhite(a[0]);
  });
  on(ops.setStrokeRGBColor, (a) => {
    state.strokeWhite = isNearWhite(a[0]);
  });
  on(ops.setFillColorN, () => {
    state.fillWhite = false;
  });
  on(ops.setStrokeColorN, () => {
    state.strokeWhite = false;
  });
  on(ops.setFillTransparent, () => {
    state.fillWhite = true;
  });
  on(ops.setStrokeTransparent, () => {
    state.strokeWhite = true;
  });
  on(ops.beginText, () => {
    state.textMatrix = IDENTITY;
    state.x = state.y = state.lineX = state.lineY = 0;
  });
  on(ops.setFont, (a) => {
    state.font = context.font(String(a[0]));
    state.fontSize = Number(a[1]);
  });
  on(ops.setCharSpacing, (a) => {
    state.charSpacing = Number(a[0]);
  });
  on(ops.setWordSpacing, (a) => {
    state.wordSpacing = Number(a[0]);
  });
  on(ops.setHScale, (a) => {
    state.horizontalScale = Number(a[0]) / 100;
  });
  on(ops.setLeading, (a) => {
    state.leading = -Number(a[0]);
  });
  on(ops.setTextRise, (a) => {
    state.rise = Number(a[0]);
  });
  on(ops.setTextRenderingMode, (a) => {
    state.renderingMode = Number(a[0]);
  });
  on(ops.setTextMatrix, (a) => {
    // Either six numbers or one array of six, depending on the operation's origin.
    state.textMatrix = toMatrix((typeof a[0] === "number" ? a : a[0]) as ArrayLike<number>);
    state.x = state.y = state.lineX = state.lineY = 0;
  });
  on(ops.moveText, (a) => moveText(Number(a[0]), Number(a[1])));
  on(ops.setLeadingMoveText, (a) => {
    state.leading = Number(a[1]);
    moveText(Number(a[0]), Number(a[1]));
  });
  on(ops.nextLine, () => moveText(0, state.leading));
  on(ops.showText, (a) => {
    // Text of a layer that is off moves the position on all the same.
    const glyphs = a[0] as readonly (EngineGlyph | number)[];
    showText(state, glyphs, page, hiddenDepth === 0 ? sink : unseen);
  });
  on(ops.paintFormXObjectBegin, (a) => {
    save();
    state.ctm = multiply(state.ctm, toMatrix(a[0] as ArrayLike<number> | null));
    state.clip = clipTo(state.clip, state.ctm, a[1] as ArrayLike<number> | null);
  });
  on(ops.beginGroup, (a) => {
    // The group's matrix is applied by the form's own operation that follows; its box clips in that space.
    const group = a[0] as { matrix?: ArrayLike<number> | null; bbox?: ArrayLike<number> | null } | undefined;
    save();
    state.clip = clipTo(state.clip, multiply(state.ctm, toMatrix(group?.matrix)), group?.bbox ?? null);
  });
  on(ops.paintFormXObjectEnd, restore);
  on(ops.endGroup, restore);
  on(ops.beginMarkedContent, () => marked.push(false));
  on(ops.beginMarkedContentProps, (a) => {
    const hides = a[0] === "OC" && !context.layerVisible(a[1]);
    marked.push(hides);
    if (hides) hiddenDepth++;
  });
  on(ops.endMarkedContent, () => {
    if (marked.pop()) hiddenDepth--;
  });
  on(ops.paintImageXObject, (a) => {
    if (hiddenDepth === 0) image(a[1], a[2]);
  });
  for (const operation of [ops.paintInlineImageXObject, ops.paintImageMaskXObject]) {
    on(operation, (a) => {
      const data = a[0] as { width?: number; height?: number } | undefined;
      if (hiddenDepth === 0) image(data?.width, data?.height, operation === ops.paintImageMaskXObject);
    });
  }
  // A mask of one pixel: a filled rectangle by another name.
  on(ops.paintSolidColorImageMask, () => path(ops.fill, UNIT_SQUARE));

  const { fnArray, argsArray } = list;
  for (let i = 0; i < fnArray.length; i++) actions[fnArray[i] ?? -1]?.(argsArray[i] ?? NOTHING);
  dropUnseen(result, white, grounds);
  return result;
}

function clipTo(clip: ClipBox | null, ctm: Matrix, bbox: ArrayLike<number> | null): ClipBox | null {
  if (bbox?.length !== 4) return clip;
  return intersect(clip, transformBox(ctm, bbox[0] ?? 0, bbox[1] ?? 0, bbox[2] ?? 0, bbox[3] ?? 0));
}

function graphicsParameters(
  state: GraphicsState,
  entries: readonly [string, unknown][],
  context: InterpretContext,
): void {
  for (const [key, value] of entries) {
    if (key === "LW") state.lineWidth = Number(value);
    else if (key === "ca") state.fillAlpha = Number(value);
    else if (key === "CA") state.strokeAlpha = Number(value);
    else if (key === "Font" && Array.isArray(value)) {
      state.font = context.font(String(value[0]));
      state.fontSize = Number(value[1]);
    }
  }
}

/** White text is seen only on a ground that is not paper. */
function dropUnseen(result: Interpreted, white: readonly number[], grounds: readonly ClipBox[]): void {
  if (white.length === 0) return;
  const unseen = new Set(
    white.filter((index) => {
      const g = result.glyphs[index];
      if (!g) return false;
      const x = (g.x0 + g.x1) / 2;
      const y = (g.y0 + g.y1) / 2;
      return !grounds.some((b) => x >= b[0] && x <= b[2] && y >= b[1] && y <= b[3]);
    }),
  );
  if (unseen.size === 0) return;
  result.hiddenGlyphs += unseen.size;
  result.glyphs = result.glyphs.filter((_, index) => !unseen.has(index));
}

type PaintSets = { fills: Set<number>; strokes: Set<number> };
let sets: PaintSets | undefined;
function paintSets(ops: Engine["OPS"]): PaintSets {
  sets ??= {
    fills: new Set([
      ops.fill,
      ops.eoFill,
      ops.fillStroke,
      ops.eoFillStroke,
      ops.closeFillStroke,
      ops.closeEOFillStroke,
    ]),
    strokes: new Set([
      ops.stroke,
      ops.closeStroke,
      ops.fillStroke,
      ops.eoFillStroke,
      ops.closeFillStroke,
      ops.closeEOFillStroke,
    ]),
  };
  return sets;
}
const FILLS = (ops: Engine["OPS"]) => paintSets(ops).fills;
const STROKES = (ops: Engine["OPS"]) => paintSets(ops).strokes;
