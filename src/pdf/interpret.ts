import type { Box, Glyph, PageImage, Rule } from "../model/index.js";
import type { Engine } from "./engine.js";
import {
  type ClipBox,
  type EngineFont,
  type GraphicsState,
  initialState,
  intersect,
  isNearWhite,
} from "./graphics-state.js";
import { IDENTITY, type Matrix, multiply, toMatrix, transformBox } from "./matrix.js";
import { filledRules, pathBox, strokedRules, subPaths, thinBox } from "./paths.js";
import { type EngineGlyph, showText } from "./text.js";

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

/** One operator list → what can be seen: glyphs, ruling lines, images. */
export function interpret(list: OperatorList, context: InterpretContext): Interpreted {
  const { ops, width, height } = context;
  const page: ClipBox = [0, 0, width, height];
  const result: Interpreted = { glyphs: [], rules: [], images: [], hiddenGlyphs: 0 };
  const grounds: ClipBox[] = [];
  const white: number[] = [];
  const sink = {
    glyph(glyph: Glyph, isWhite: boolean) {
      if (isWhite) white.push(result.glyphs.length);
      result.glyphs.push(glyph);
    },
    hidden() {
      result.hiddenGlyphs++;
    },
  };
  const unseen = { glyph: sink.hidden, hidden: sink.hidden };

  let state: GraphicsState = initialState(context.base, null);
  const stack: GraphicsState[] = [];
  let pendingClip = false;
  /** One entry per open marked content: whether it hides. */
  const marked: boolean[] = [];
  let hiddenDepth = 0;

  const save = () => stack.push({ ...state });
  const restore = () => {
    state = stack.pop() ?? state;
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

  const { fnArray, argsArray } = list;
  for (let i = 0; i < fnArray.length; i++) {
    const a = argsArray[i] ?? [];
    switch (fnArray[i]) {
      case ops.save:
        save();
        break;
      case ops.restore:
        restore();
        break;
      case ops.transform:
        state.ctm = multiply(state.ctm, toMatrix(a as ArrayLike<number>));
        break;
      case ops.clip:
      case ops.eoClip:
        pendingClip = true;
        break;
      case ops.constructPath:
        path(Number(a[0]), (a[1] as ArrayLike<ArrayLike<number> | null>)[0] ?? null);
        break;
      case ops.setLineWidth:
        state.lineWidth = Number(a[0]);
        break;
      case ops.setGState:
        graphicsParameters(state, a[0] as readonly [string, unknown][], context);
        break;
      case ops.setFillRGBColor:
        state.fillWhite = isNearWhite(a[0]);
        break;
      case ops.setStrokeRGBColor:
        state.strokeWhite = isNearWhite(a[0]);
        break;
      case ops.setFillColorN:
        state.fillWhite = false;
        break;
      case ops.setStrokeColorN:
        state.strokeWhite = false;
        break;
      case ops.setFillTransparent:
        state.fillWhite = true;
        break;
      case ops.setStrokeTransparent:
        state.strokeWhite = true;
        break;
      case ops.beginText:
        state.textMatrix = IDENTITY;
        state.x = state.y = state.lineX = state.lineY = 0;
        break;
      case ops.setFont:
        state.font = context.font(String(a[0]));
        state.fontSize = Number(a[1]);
        break;
      case ops.setCharSpacing:
        state.charSpacing = Number(a[0]);
        break;
      case ops.setWordSpacing:
        state.wordSpacing = Number(a[0]);
        break;
      case ops.setHScale:
        state.horizontalScale = Number(a[0]) / 100;
        break;
      case ops.setLeading:
        state.leading = -Number(a[0]);
        break;
      case ops.setTextRise:
        state.rise = Number(a[0]);
        break;
      case ops.setTextRenderingMode:
        state.renderingMode = Number(a[0]);
        break;
      case ops.setTextMatrix:
        // Either six numbers or one array of six, depending on the operation's origin.
        state.textMatrix = toMatrix((typeof a[0] === "number" ? a : a[0]) as ArrayLike<number>);
        state.x = state.y = state.lineX = state.lineY = 0;
        break;
      case ops.moveText:
        moveText(Number(a[0]), Number(a[1]));
        break;
      case ops.setLeadingMoveText:
        state.leading = Number(a[1]);
        moveText(Number(a[0]), Number(a[1]));
        break;
      case ops.nextLine:
        moveText(0, state.leading);
        break;
      case ops.showText: {
        // Text of a layer that is off moves the position on all the same.
        const glyphs = a[0] as readonly (EngineGlyph | number)[];
        showText(state, glyphs, page, hiddenDepth === 0 ? sink : unseen);
        break;
      }
      case ops.paintFormXObjectBegin:
        save();
        state.ctm = multiply(state.ctm, toMatrix(a[0] as ArrayLike<number> | null));
        clipTo(state, a[1] as ArrayLike<number> | null);
        break;
      case ops.beginGroup: {
        // The group's matrix is applied by the form's own operation that follows; its box clips in that space.
        const group = a[0] as { matrix?: ArrayLike<number> | null; bbox?: ArrayLike<number> | null } | undefined;
        save();
        const inner = { ...state, ctm: multiply(state.ctm, toMatrix(group?.matrix)) };
        clipTo(inner, group?.bbox ?? null);
        state.clip = inner.clip;
        break;
      }
      case ops.paintFormXObjectEnd:
      case ops.endGroup:
        restore();
        break;
      case ops.beginMarkedContent:
        marked.push(false);
        break;
      case ops.beginMarkedContentProps: {
        const hides = a[0] === "OC" && !context.layerVisible(a[1]);
        marked.push(hides);
        if (hides) hiddenDepth++;
        break;
      }
      case ops.endMarkedContent:
        if (marked.pop()) hiddenDepth--;
        break;
      case ops.paintImageXObject:
        if (hiddenDepth === 0) image(a[1], a[2]);
        break;
      case ops.paintInlineImageXObject:
      case ops.paintImageMaskXObject: {
        const data = a[0] as { width?: number; height?: number } | undefined;
        if (hiddenDepth === 0) image(data?.width, data?.height, fnArray[i] === ops.paintImageMaskXObject);
        break;
      }
      case ops.paintSolidColorImageMask:
        // A mask of one pixel: a filled rectangle by another name.
        path(ops.fill, UNIT_SQUARE);
        break;
    }
  }
  dropUnseen(result, white, grounds);
  return result;
}

function clipTo(state: GraphicsState, bbox: ArrayLike<number> | null): void {
  if (bbox?.length !== 4) return;
  state.clip = intersect(state.clip, transformBox(state.ctm, bbox[0] ?? 0, bbox[1] ?? 0, bbox[2] ?? 0, bbox[3] ?? 0));
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
