import { functionalClassByName } from "../../classification/index.js";
import { COMPONENT_MEASURES } from "./components.js";
import { mention, type Subject } from "./section-facts.js";
import { AMOUNT, PERCENT } from "./template.js";

const LABEL = '(?<label>[^\\d,;。:()"\\n]{2,24}';

/**
 * The 类 of expenditure as subjects: `教育支出(类)23,565.11万元,占25.1%`, `一般公共服务(类)支出7.06万元`, and without (类)
 * where a share follows and the name is one of the classification. Keyed by code; by the printed name where none is known.
 */
export function classes(root: string): readonly Subject[] {
  return [
    {
      path: (match) => {
        const label = match.groups?.label ?? "";
        return `${root}[${functionalClassByName(label) ?? label}]`;
      },
      mention: mention(`(?<=^|[,;。:\\n"]|\\d[.、])"?${LABEL})\\(类\\)"?(?:支出)?(?:决算)?(?:为)?(?=${AMOUNT})`),
      measures: COMPONENT_MEASURES,
      compared: [".amount"],
      labels: () => [{ suffix: ".label", group: "label" }],
    },
    {
      path: (match) => {
        const code = functionalClassByName(match.groups?.label ?? "");
        return code === null ? null : `${root}[${code}]`;
      },
      mention: mention(
        `(?<=^|[,;。:\\n]|\\d[.、])"?${LABEL}?支出)"?(?:决算)?(?:为)?(?=${AMOUNT},占[^,;。\\d]{0,24}${PERCENT})`,
      ),
      measures: COMPONENT_MEASURES,
      compared: [".amount"],
      labels: () => [{ suffix: ".label", group: "label" }],
    },
  ];
}
