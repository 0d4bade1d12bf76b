import { functionalClassByName, functionalCodesByName } from "../../classification/index.js";
import { COMPONENT_MEASURES } from "./components.js";
import { measures, mention, type Subject } from "./section-facts.js";
import { AMOUNT, PERCENT } from "./template.js";

/** A list's own words before a name are none of it. */
const LABEL = '(?!包括|其中|主要)(?<label>[^\\d,;。:()"\\n]{2,24}';

/** `2023年度决算`, `支出决算数为`: between a name and its amount. */
const DATED = "(?:20\\d\\d年度?)?(?:决算)?(?:数)?(?:为)?";

/** A class told with its budget (Jiangxi). */
const BUDGETED = measures(
  "^年初预算(?:数)?(?:为|是)?{.openingBudget:amt}",
  "^[^\\n]*?决算(?:数)?(?:为|是){.final:amt}",
  "^[^\\n]*?完成年初预算(?:数)?的?{.completionPct:pct}",
);

/** The 款 told by themselves (Beijing): `“普通教育”(款)2023年度决算4800.00万元`. Keyed by code, or by name where several have it. */
export function sectionSubject(root: string): Subject {
  return {
    path: (match) => {
      const label = match.groups?.label ?? "";
      const codes = functionalCodesByName(label).filter((code) => code.length === 5);
      return `${root}[${codes.length === 1 ? codes[0] : label}]`;
    },
    mention: mention(`(?<=^|[,;。:\\n"]|\\d[.、])"?${LABEL})"?\\(款\\)"?(?:支出)?${DATED}(?=${AMOUNT})`),
    measures: COMPONENT_MEASURES,
    compared: [".amount"],
    whole: true,
    labels: () => [{ suffix: ".label", group: "label" }],
  };
}

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
      mention: mention(`(?<=^|[,;。:\\n")]|包括|其中|\\d[.、])"?${LABEL})"?\\(类\\)"?(?:支出)?${DATED}(?=${AMOUNT})`),
      measures: COMPONENT_MEASURES,
      compared: [".amount"],
      whole: true,
      labels: () => [{ suffix: ".label", group: "label" }],
    },
    {
      path: (match) => {
        const code = functionalClassByName(match.groups?.label ?? "");
        return code === null ? null : `${root}[${code}]`;
      },
      mention: mention(
        `(?<=^|[,;。:\\n)]|包括|其中|\\d[.、])"?${LABEL}?支出)"?(?:决算)?(?:为)?(?=${AMOUNT},占[^,;。\\d]{0,24}${PERCENT}|${AMOUNT},(?:较|比|与|同比|完成)|(?:的)?年初预算)`,
      ),
      measures: [...COMPONENT_MEASURES, ...BUDGETED],
      compared: [".amount"],
      whole: true,
      labels: () => [{ suffix: ".label", group: "label" }],
    },
  ];
}
