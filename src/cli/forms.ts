import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { Command } from "commander";
import type { FormDefinition } from "../forms/index.js";
import { JuesuanError } from "../model/index.js";
import { ioError, systemCode } from "../output/io-error.js";
import { FORMS_OPTION, useForms } from "./form-folder.js";
import { testForms } from "./form-test.js";
import { draftText, formLine } from "./form-text.js";
import { print } from "./io.js";
import type { Session } from "./session.js";

interface Flags {
  forms?: string;
  family?: string;
  page?: number;
  id?: string;
  password?: string;
  update?: true;
  overlay?: string;
  output?: string;
}

const EXAMPLES = `
Examples:
  juesuan forms list                                   every form that tables are compared with
  juesuan forms show income-by-function                its definitions, as JSON
  juesuan forms draft report.pdf --page 12 -o my/x.json  a definition for the table on page 12, to be corrected
  juesuan forms test --forms my                        reads my/<id>*.pdf with my/*.json and shows what was read, and where
  juesuan extract report.pdf --forms my                uses them

docs/forms.md walks through a first form.`;

const LIST_EXAMPLES = `
Examples:
  juesuan forms list                 every form that tables are compared with
  juesuan forms list --forms my      those of my/*.json too`;

const SHOW_EXAMPLES = `
Examples:
  juesuan forms show income-by-function                                      its definitions, as JSON
  juesuan forms show income-by-function --family department-final-accounts   only that of one family`;

const DRAFT_EXAMPLES = `
Examples:
  juesuan forms draft report.pdf --page 12                             prints a definition for the table on page 12
  juesuan forms draft report.pdf --page 12 --id my-table -o my/my-table.json   writes it, where there is no such file yet`;

const TEST_EXAMPLES = `
Examples:
  juesuan forms test --forms my                  reads my/<id>*.pdf with my/*.json; pictures go to out/forms
  juesuan forms test my-table --forms my         only this form
  juesuan forms test --forms my --update         what was read becomes what is expected`;

/** `juesuan forms`: what a maintainer needs to add a form. */
export function formsCommand(session: Session): Command {
  const forms = new Command("forms")
    .summary("list, show, draft and test definitions of forms")
    .addHelpText("after", EXAMPLES);
  forms
    .command("list")
    .description("Lists every known form: id, family, layout, title.")
    .option(...FORMS_OPTION)
    .addHelpText("after", LIST_EXAMPLES)
    .action(async (flags: Flags) => {
      await print(session.io, `${(await known(flags)).map(formLine).join("\n")}\n`);
    });
  forms
    .command("show")
    .description("Prints the definitions of one id as JSON; several families may have it.")
    .argument("<id>")
    .option("--family <family>", "only that of this family")
    .option(...FORMS_OPTION)
    .addHelpText("after", SHOW_EXAMPLES)
    .action(async (id: string, flags: Flags) => {
      const found = (await known(flags)).filter(
        (form) => form.id === id && (!flags.family || form.family === flags.family),
      );
      if (found.length === 0) throw new JuesuanError("usage", `no form has the id ${id}: see juesuan forms list`);
      await print(session.io, `${JSON.stringify(found.length === 1 ? found[0] : found, null, 2)}\n`);
    });
  forms
    .command("draft")
    .description(
      "Reads the table on a page and prints a definition for it; the header and what adds up go to standard error.",
    )
    .argument("<file>", "PDF file")
    .requiredOption("--page <number>", "page on which the table begins", Number)
    .option("--id <id>", "id of the form, kebab-case", "my-form")
    .option("-o, --output <file>", "write the definition to this new file instead of printing it")
    .option("--password <password>", "password of an encrypted PDF")
    .option(...FORMS_OPTION)
    .addHelpText("after", DRAFT_EXAMPLES)
    .action((file: string, flags: Flags) => draft(session, file, flags));
  forms
    .command("test")
    .description(
      "Reads the fixtures of the folder's forms (<id>*.pdf) and shows what was read, and where; a picture for each page.",
    )
    .argument("[id]")
    .requiredOption(...FORMS_OPTION)
    .option("--overlay <dir>", "folder for pictures of the pages, with what was read drawn over them", "out/forms")
    .option("--update", "write what was read to <fixture>.expected.json instead of comparing with it")
    .addHelpText("after", TEST_EXAMPLES)
    .action(async (id: string | undefined, flags: Flags) => {
      const own = (await useForms(flags.forms)).filter((form) => id === undefined || form.id === id);
      if (own.length === 0) throw new JuesuanError("usage", `${flags.forms} has no form${id ? ` ${id}` : ""}`);
      await testForms(session, own, flags.forms ?? ".", {
        update: flags.update === true,
        overlay: flags.overlay ?? "",
      });
    });
  return forms;
}

async function known(flags: Flags): Promise<readonly FormDefinition[]> {
  await useForms(flags.forms);
  const { knownForms } = await import("../forms/index.js");
  return knownForms();
}

async function draft(session: Session, file: string, flags: Flags): Promise<void> {
  const page = flags.page ?? 0;
  if (!Number.isInteger(page) || page < 1) throw new JuesuanError("usage", "--page needs the number of a page, from 1");
  const forms = await known(flags);
  const { read } = await import("../pipeline.js");
  const { draftForm } = await import("../forms/index.js");
  const { schemaId } = await import("../output/schemas.js");
  const reading = await read(file, {
    signal: session.signal,
    ...(flags.password === undefined ? {} : { password: flags.password }),
  });
  const there = reading.forms.tables.filter(({ grid }) => grid.pageStart <= page && page <= grid.pageEnd);
  const chosen = there.find(({ form }) => form === null) ?? there[0];
  if (!chosen)
    throw new JuesuanError("usage", `${file}: no table on page ${page}; juesuan inspect shows where they are`);
  const { table, grid } = chosen;
  const made = draftForm({ grid, title: table.title, unit: table.unit, id: flags.id ?? "my-form", known: forms });
  session.io.stderr.write(draftText(made, chosen));
  const text = `${JSON.stringify({ $schema: schemaId("form-definition"), ...made.definition }, null, 2)}\n`;
  if (flags.output === undefined) await print(session.io, text);
  else await writeNew(flags.output, text);
}

/** Writes a file that is not there yet: a definition that somebody corrected is not drafted over. */
async function writeNew(path: string, text: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text, { flag: "wx" });
  } catch (error) {
    if (systemCode(error) !== "EEXIST") throw ioError(error, path);
    throw new JuesuanError("usage", `${path} is there already: name another file with -o, or delete it`, {
      cause: error,
    });
  }
}
