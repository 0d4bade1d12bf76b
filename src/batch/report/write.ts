import { join } from "node:path";
import { jsonText } from "../../output/json.js";
import { writeWhole } from "../../output/write-whole.js";
import { reportHtml } from "./html.js";
import type { Report } from "./report.js";

/** Writes batch.json and summary.html. Returns their names. */
export async function writeReport(report: Report, folder: string): Promise<string[]> {
  await writeWhole(join(folder, "batch.json"), jsonText(report));
  await writeWhole(join(folder, "summary.html"), reportHtml(report));
  return ["batch.json", "summary.html"];
}
