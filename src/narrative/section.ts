import type { Section } from "../model/index.js";
import { factsOf } from "./facts/index.js";
import { type FactContext, Ledger } from "./facts/ledger.js";
import { readMentions, unexplained } from "./facts/mentions.js";
import { ownerAt, type Passage, passageOf, placeOf, printed } from "./facts/passage.js";
import { readFacts } from "./facts/read-facts.js";
import { figuresOf } from "./lists/figures.js";
import { readGlossary } from "./lists/glossary.js";
import { keyWorkOf } from "./lists/key-work.js";
import { unitsOfGrid, unitsOfParagraphs } from "./lists/units.js";
import { paragraphOf } from "./read-narrative.js";
import { type Node, type Para, walk } from "./tree.js";

/** Sections whose figures are no figures of the accounts. */
const NO_MENTIONS = /^(?:part-2-forms|part-4-glossary)/u;

type Results = Map<Node, Pick<Section, "facts" | "unexplained">>;

/**
 * A root of the tree as output sections: a part first, then its sections, each with what is below it inside.
 * A template's text states nothing and gives no facts.
 */
export function sectionOf(root: Node, context: FactContext, isTemplate: boolean): Section[] {
  const results: Results = new Map();
  const sections = root.level === 0 ? [{ ...root, children: [] }, ...root.children] : [root];
  if (!isTemplate) for (const node of sections) readInto(results, node, context);
  return sections.map((node) => toSection(node, results));
}

/** Reads the facts of a section: sub-sections that have facts of their own by themselves, the others with it. */
function readInto(results: Results, node: Node, context: FactContext): void {
  const own: { para: Para; node: Node }[] = node.paragraphs.map((para) => ({ para, node }));
  for (const child of node.children) {
    if (factsOf(child).length > 0) readInto(results, child, context);
    else for (const inner of walk([child])) own.push(...inner.paragraphs.map((para) => ({ para, node: inner })));
  }
  for (const inner of walk([node])) if (!results.has(inner)) results.set(inner, { facts: [], unexplained: [] });
  if (own.length > 0) readPassage(results, node, passageOf(own), context);
}

function readPassage(results: Results, node: Node, passage: Passage, context: FactContext): void {
  const ledger = new Ledger(passage, context);
  for (const facts of factsOf(node)) readFacts(facts, ledger);
  const told = !NO_MENTIONS.test(node.id);
  if (told) readMentions(ledger, camel(node.id));
  for (const { fact, owner } of ledger.facts()) results.get(owner)?.facts.push(fact);
  if (!told) return;
  for (const { sentence, amounts } of unexplained(ledger)) {
    const { page } = placeOf(passage, sentence[0], ...sentence);
    const text = printed(passage, ...sentence);
    const owner = ownerAt(passage, sentence[0]);
    if (owner !== undefined) results.get(owner)?.unexplained.push({ text, page, amounts });
  }
}

/** `three-public.detail` → `threePublic.detail`: the spelling of fact paths. */
function camel(id: string): string {
  return id.replace(/-([a-z0-9])/gu, (_, letter: string) => letter.toUpperCase());
}

function toSection(node: Node, results: Results): Section {
  const { facts, unexplained: open } = results.get(node) ?? { facts: [], unexplained: [] };
  const sections = node.children.map((child) => toSection(child, results));
  const pages = [
    node.page,
    ...node.paragraphs.flatMap(({ run }) => run.places.at(-1)?.page ?? []),
    ...node.grids.map((grid) => grid.pageEnd),
    ...sections.map((section) => section.pageEnd),
  ];
  return {
    id: node.id,
    heading: node.heading,
    level: node.level,
    pageStart: node.page,
    pageEnd: Math.max(...pages),
    paragraphs: node.paragraphs.map(paragraphOf),
    sections,
    facts,
    unexplained: open,
    ...listsOf(node),
  };
}

/** What a section holds besides sentences: units, terms, key work, figures; only what is there. */
function listsOf(node: Node): Pick<Section, "glossary" | "units" | "keyWork" | "figures"> {
  const lists: Pick<Section, "glossary" | "units" | "keyWork" | "figures"> = {};
  if (/^unit-(?:structure|functions)/u.test(node.id) || node.id === "part-1-overview-of-unit") {
    const units = node.grids.map(unitsOfGrid).find((list) => list !== null) ?? unitsOfParagraphs(node.paragraphs);
    if (units.length > 0) lists.units = units;
  }
  if (node.id.startsWith("part-4-glossary")) lists.glossary = readGlossary(node.paragraphs);
  if (node.id.startsWith("key-work")) {
    const keyWork = node.grids.map(keyWorkOf).find((list) => list !== null);
    if (keyWork !== null && keyWork !== undefined) lists.keyWork = keyWork;
  }
  const figures = figuresOf(node.paragraphs);
  if (figures.length > 0) lists.figures = figures;
  return lists;
}
