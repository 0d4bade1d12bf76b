import { Command } from "commander";
import { JuesuanError } from "../model/index.js";
import { print } from "./io.js";
import type { Session } from "./session.js";

const EXAMPLES = `
Examples:
  juesuan schema                      the names of all schemas
  juesuan schema table > table.json   the schema of tables/*.json`;

/** `juesuan schema`: the published contract, as files to validate against. */
export function schemaCommand(session: Session): Command {
  return new Command("schema")
    .summary("print a JSON Schema of the output")
    .description("Prints the JSON Schema (2020-12) of one kind of output, or the names of all.")
    .argument("[name]", "which schema, e.g. table")
    .addHelpText("after", EXAMPLES)
    .action(async (name: string | undefined) => {
      const { schemaNames, schemaText } = await import("../output/index.js");
      const names = schemaNames();
      if (name !== undefined && !names.includes(name)) {
        throw new JuesuanError("usage", `no schema is named "${name}": choose one of ${names.join(", ")}`);
      }
      await print(session.io, name === undefined ? `${names.join("\n")}\n` : schemaText(name));
    });
}
