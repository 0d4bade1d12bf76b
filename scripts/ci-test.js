// Runs `npm test` and prints, as the last line, the plain count of tests; fails when they fail.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const folder = mkdtempSync(join(tmpdir(), "juesuan-ci-"));
const results = join(folder, "results.json");
const args = ["test", "--", "--reporter=default", "--reporter=json", `--outputFile.json=${results}`];
// npm is a script on Windows, which only a shell starts.
const { status } = spawnSync("npm", args, { stdio: "inherit", shell: process.platform === "win32" });

const { success, numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(
  readFileSync(results, "utf8"),
);
rmSync(folder, { recursive: true });

// A file that cannot even be loaded holds no test, and counts as one that failed.
const unloaded = testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0).length;
const failed = numFailedTests + unloaded;
console.log(`${numPassedTests} passed, ${failed} failed, ${numPendingTests + numTodoTests} skipped`);
process.exit(status === 0 && success && failed === 0 ? 0 : 1);
