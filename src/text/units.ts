import { Exact } from "./decimal.js";
import { normalise } from "./normalise.js";

/** Units in which amounts of money are printed. */
export type AmountUnit = "元" | "千元" | "万元" | "亿元";

/** 元 in one of the unit. */
const YUAN: Readonly<Record<AmountUnit, string>> = { 元: "1", 千元: "1000", 万元: "10000", 亿元: "100000000" };

/** The unit as printed, bare 万 and 亿 in money context included; null for anything else. */
export function amountUnitOf(text: string): AmountUnit | null {
  const unit = normalise(text).replace(/^人民币/, "");
  if (unit === "万" || unit === "亿" || unit === "千") return `${unit}元`;
  return unit === "元" || unit === "千元" || unit === "万元" || unit === "亿元" ? unit : null;
}

/**
 * `单位:万元`, `金额单位:人民币元`, `(单位:元)`, also after a form code or an entity on the same line. Behind the unit no
 * name may go on (`编制单位:元江县财政局`); what may stand there on the same line is listed.
 */
const FURNITURE =
  /单位(?:[:;.·]\(?|\(|(?=\P{Script=Han}*[亿万千]?元$))(?:人民币)?[:,]?([百十]?[亿万千]?元|[亿万])(?!(?!人民币|部门|单位|编制|填报|公开|附表|第\d)\p{Script=Han})/gu;
/** `(万元)`, `万元`, `人民币:万元`: the whole text is the unit. */
const BARE = /^\(?(?:人民币:?)?([亿万千]?元)\)?$/u;

/**
 * The unit of amount that a table's furniture line prints, or null: `金额单位：元`, `公开04表 单位:万元`,
 * `单位：人民币万元`, `（万元）`. `编制单位：财政局` names an entity, not a unit.
 */
export function readAmountUnit(text: string): AmountUnit | null {
  const line = normalise(text);
  const found = [...line.matchAll(FURNITURE)].at(-1)?.[1] ?? BARE.exec(line)?.[1];
  return found === undefined ? null : amountUnitOf(found);
}

/** A value in `unit` as an exact decimal string in 元. Throws `[DecimalError]` when the value is no number. */
export function toYuan(value: string, unit: AmountUnit): string {
  return new Exact(value).times(YUAN[unit]).toFixed();
}

/**
 * Units of counts (SPEC §6), without their multiplier. A longer unit may be made of a shorter one (件/套, 元/人, 个工作日).
 */
export const COUNT_UNITS: readonly string[] = [
  ..."人 人次 人天 人月 人日 名 位 个 个月 个工作日 个百分点 个小时 家 次 次数 期 件 户 户次 幅 份 笔 项 辆 台 套 台(套) 批 批次 团组 团次".split(
    " ",
  ),
  ..."学时 课时 篇 场 场次 工作日 天 日 周 月 季度 年 小时 分钟 秒 分 分数 门 本 册 部 条 处 座 所 间 栋 幢 宗 起 例 只 头 羽 尾 匹 株 棵 盏 艘 架 根 块 片 张 枚 对 组 支 队 班 节 层 级 档 站 点 村 镇 乡 街 街道 社区 县 区 市".split(
    " ",
  ),
  ..."亩 公顷 平方米 平方公里 立方米 立方 米 公里 千米 厘米 毫米 吨 千克 公斤 克 升 毫升 度 千瓦 千瓦时 公里/年 标箱 车次 床 床位 张床 例次 剂次 剂 盒 瓶 袋 人份 辆次 架次 班次 航次 m m2 m3 km km2 kg g t L ml kW kWh kV ha GB TB MB ℃ 倍 折 户数 人数 站次 千瓦 兆瓦".split(
    " ",
  ),
];

const UNIT_SET: ReadonlySet<string> = new Set(COUNT_UNITS);
const isSimpleUnit = (unit: string): boolean => UNIT_SET.has(unit) || amountUnitOf(unit) !== null;

/**
 * True for a unit of counts, with or without a multiplier (人, 万人次, 件/套, 元/人·年, 个项目): a listed unit, units
 * joined by "/" or "·", or a counter with the noun it counts.
 */
export function isCountUnit(text: string): boolean {
  const unit = text.replace(/^[百千万亿]{1,2}(?=.)/u, "");
  if (isSimpleUnit(unit)) return true;
  const parts = unit.split(/[/·]/u);
  if (parts.length > 1) return parts.every((part) => isSimpleUnit(part.replace(/^[百千万亿](?=.)/u, "")));
  return (
    /^[个家名位项条件辆所处场次期篇份户笔批套台]\p{Script=Han}{1,4}$/u.test(unit) && !/[上下内的了前后]$/u.test(unit)
  );
}
