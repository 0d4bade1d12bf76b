/** Findings as SARIF 2.1.0 (OASIS, https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html). */
import { RULES } from "../checks/index.js";
import type { Box, Finding, Place } from "../model/index.js";
import type { CheckedDocument } from "./checked.js";
import type { Unread } from "./findings-json.js";
import { generator } from "./generator.js";
import { jsonText } from "./json.js";
import { rulePage } from "./rule-pages.js";

const SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
const LEVELS = { error: "error", warning: "warning", info: "note" } as const;

/**
 * One run with a result per finding.
 *
 * SARIF's regions count lines, bytes or characters, none of which a PDF has: page and box (pt, as everywhere) stand in the
 * location's `properties`, the cell or statement is the logical location. An artifact's URI is the PDF's file name.
 */
export function sarif(documents: readonly CheckedDocument[], unread: readonly Unread[]): string {
  const rules = [...new Set(documents.flatMap(({ findings }) => findings.map(({ rule }) => rule)))];
  const artifacts = uniqueArtifacts(documents);
  return jsonText({
    $schema: SCHEMA,
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { ...generator(), rules: rules.map(descriptor) } },
        invocations: [
          {
            executionSuccessful: unread.length === 0 && documents.every(({ status }) => status !== "failed"),
            toolExecutionNotifications: unread.map(({ name, message }) => ({
              level: "error",
              message: { text: message },
              properties: { document: name },
            })),
          },
        ],
        artifacts: [...artifacts.values()].map(({ source, status }, index) => ({
          location: { uri: encodeURIComponent(source.file), index },
          roles: ["analysisTarget"],
          mimeType: "application/pdf",
          length: source.bytes,
          hashes: { "sha-256": source.sha256 },
          properties: { status, pages: source.pages },
        })),
        results: documents.flatMap((document) => {
          const artifact = { uri: encodeURIComponent(document.source.file), index: indexIn(artifacts, document) };
          return document.findings.map((finding) => result(finding, rules.indexOf(finding.rule), artifact, document));
        }),
      },
    ],
  });
}

interface ArtifactReference {
  readonly uri: string;
  readonly index: number;
}

const artifactKey = ({ source }: CheckedDocument) => `${source.file}\n${source.sha256}`;

/** The same file named twice is one artifact; two of one name are told apart by their hashes. */
function uniqueArtifacts(documents: readonly CheckedDocument[]): Map<string, CheckedDocument> {
  return new Map(documents.map((document) => [artifactKey(document), document]));
}

function indexIn(artifacts: ReadonlyMap<string, CheckedDocument>, document: CheckedDocument): number {
  return [...artifacts.keys()].indexOf(artifactKey(document));
}

/** `helpUri` must be absolute: the package URL (purl) of the page in this very version; the page itself is `help`. */
function descriptor(id: string): object {
  const { name, version } = generator();
  const page = rulePage(id);
  const severity = RULES.find((rule) => rule.id === id)?.severity;
  return {
    id,
    ...(page && {
      shortDescription: { text: page.summary },
      helpUri: `pkg:npm/${name}@${version}#docs/rules/${encodeURIComponent(id)}.md`,
      help: { text: page.prose, markdown: page.text },
    }),
    ...(severity && { defaultConfiguration: { level: LEVELS[severity] } }),
  };
}

function result(finding: Finding, ruleIndex: number, artifact: ArtifactReference, { boxes }: CheckedDocument): object {
  const { rule, severity, message, place, actual, expected, tolerance, operands, note } = finding;
  return {
    ruleId: rule,
    ruleIndex,
    level: LEVELS[severity],
    message: { text: message },
    locations: [location(place, artifact, boxes.get(place))],
    ...(operands.length > 0 && {
      relatedLocations: operands.map((operand, id) => ({
        id,
        ...location(operand.place, artifact, boxes.get(operand.place)),
        message: { text: operand.value ?? "(blank)" },
      })),
    }),
    properties: Object.fromEntries(
      Object.entries({ actual, expected, tolerance, note }).filter(([, value]) => value !== null),
    ),
  };
}

function location(place: Place, artifactLocation: ArtifactReference, box: Box | undefined): object {
  const { page, ...where } = place;
  const names = [where.table, where.row, where.column, where.section, where.path].filter((name) => name !== undefined);
  return {
    physicalLocation: { artifactLocation },
    ...(names.length > 0 && {
      logicalLocations: [{ name: names.at(-1), fullyQualifiedName: names.join("/"), properties: where }],
    }),
    properties: { ...(page !== undefined && { page }), ...(box && { box }) },
  };
}
