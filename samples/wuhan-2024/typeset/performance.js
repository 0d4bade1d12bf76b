// Section 十三 of part three, and part six: report texts and the 绩效自评表 (SPEC §5).
import { amount, c, esc, h, p, paragraphs, table, td, tr, wan } from "./html.js";
import { performanceNotes, reports, reportUse, performance as words } from "./words.js";

/** Rows that begin a new page, by table; measured on the printed sample, to be looked at again when the text changes. */
const pageBreaks = {
  "performance.department": [2, 30],
  "performance.project.1": [7],
  "performance.project.2": [8],
  "performance.project.3": [12],
  "performance.project.4": [12],
  "performance.project.5": [2],
  "performance.project.6": [12],
  "performance.project.7": [12],
  "performance.project.8": [10],
};
const tornUnits = { "performance.project.5": 11 };

const quoted = (name) => (!name.includes("“") || name.includes("”“") ? `“${name}”` : name);
const reason = ([name, why], i) => `${i + 1}.${quoted(name)}指标存在偏差的原因：${why}。`;
const measure = ([name, , fix], i) => `${i + 1}.针对${quoted(name)}指标的改进措施：${fix}。`;
/** What the table's cells 偏差原因 and 改进措施 print, one line per issue. */
export const deviationReasons = (index) => reports[index].issues.map(reason);
export const improvements = (index) => reports[index].issues.map(measure);

const ordinals = ["一", "二", "三", "四", "五", "六", "七", "八", "九"];
const numbered = (texts) => texts.map((t, i) => `${ordinals[i]}是${t}`).join("；");

/** 十三、预算绩效情况说明. */
export function performanceSection(f, entity) {
  const d = f.department;
  const k = f.keyOutputs.map((x) => `${amount(x.value)}${x.unit}`);
  const project = (x, i) => {
    const { outputs, issues } = reports[i + 1];
    const paid = i % 2 === 0 && i !== 2 ? `实际支出资金${wan(x.executed)}` : `执行数为${wan(x.executed)}`;
    const rate = i === 7 ? "完成预算的" : "预算执行率";
    return p(
      `${i + 1}.${x.name}项目绩效自评综述：项目全年预算数${i === 0 ? "" : "为"}${wan(x.budget)}，${paid}，${rate}${x.ratePct}%。` +
        `主要产出和效益是：${numbered(outputs)}。发现的问题及原因：${numbered(issues.map(([name, why]) => `${quoted(name)}未达目标，${why}`))}。` +
        `下一步改进措施：${numbered(issues.map(([, , fix]) => fix))}。`,
    );
  };
  return [
    h(2, "十三、预算绩效情况说明"),
    h(3, "（一）预算绩效管理工作开展情况"),
    p(
      `根据预算绩效管理要求，我部门组织对2024年度一般公共预算项目支出全面开展绩效自评，共涉及项目${f.selfEvaluatedProjects}个，` +
        `资金${wan(f.selfEvaluatedAmount)}，占一般公共预算项目支出总额的${f.shareOfProjectExpenditure}%。${words.management.join("")}`,
    ),
    h(3, "（二）部门整体支出自评结果"),
    p(`我部门组织对${d.unitsEvaluated}个单位开展整体支出绩效自评，资金${wan(d.amount)}。${words.overall}`),
    h(4, "1.主要产出和效益："),
    p(
      `一是就业稳中有进。全市城镇新增就业${k[0]}，大学生留汉创业就业人数达到${k[1]}，支持创业带动就业人数${k[2]}，征集就业见习岗位${k[3]}。`,
    ),
    p(`二是保障面继续扩大。养老、工伤、失业保险扩面${k[4]}。`),
    p(`三是人才队伍壮大。全年共建设市级技能大师工作室${k[5]}，评选出高级工及以上的高技能人才人数${k[6]}。`),
    p(
      "四是权益保障有力。在建工程项目实名制管理、工资专用账户、总包单位代发工资、工资保证金和施工现场维权信息公示等“五项制度”" +
        `覆盖率分别为${k[7]}、${k[8]}、${k[9]}、${k[10]}和${k[11]}。`,
    ),
    h(4, "2.部门整体绩效目标完成情况"),
    p(`（1）执行率情况。${executionOfDepartment(d, entity)}`),
    p(
      `（2）完成的绩效目标。部门共设置${d.indicatorsSet}个绩效指标，完成了${d.indicatorsAchieved}个，部门整体绩效自评得分为${d.selfScore}分。`,
    ),
    h(4, "3.存在的问题和原因"),
    paragraphs(words.problems),
    h(4, "4.下一步拟改进措施"),
    paragraphs(words.measures),
    h(3, "（三）项目支出自评结果"),
    p(`我部门在2024年度部门决算中反映所有项目绩效自评结果，共涉及${f.projects.length}个一级项目。`),
    f.projects.map(project).join(""),
    h(3, "（四）绩效自评结果应用情况"),
    paragraphs(words.use),
  ].join("");
}

const executionOfDepartment = (d, entity) =>
  `2024年度${entity}部门年初预算总额${wan(d.openingBudget)}，调整预算数为${wan(d.adjustedBudget)}，` +
  `决算数为${wan(d.final)}，其中基本支出总额${wan(d.basic)}，项目支出总额${wan(d.project)}。预算执行率${d.executionRatePct}%。`;

function executionOfProject(d) {
  const opening = d.openingBudget === null ? "" : `年初预算总额${wan(d.openingBudget)}，`;
  return `2024年度本项目${opening}调整预算数为${wan(d.adjustedBudget)}，执行数为${wan(d.executed)}，预算执行率${d.ratePct}%。`;
}

const allIndicators = (t) => t.indicators ?? t.goals.flatMap((g) => g.indicators);

function missed(t) {
  const list = allIndicators(t)
    .filter((i) => Number(i.score) < Number(i.weight))
    .map((i) => `${quoted(i.name)}年初目标值为“${i.target.raw}”，实际完成值“${i.actual.raw}”`);
  return `${list.join("；")}。`;
}

/** One report of part six with its table: heading, （一）自评结论, （二）自评表. */
function report(t, index, f, entity) {
  const whole = t.kind === "department-overall";
  const subject = whole ? `${entity}部门整体` : `${f.projects[index - 1].name}项目`;
  const d = t.declared;
  const content = d.secondLevelProjects ? `本项目包含${d.secondLevelProjects}个二级项目，项目` : "本项目";
  const execution = whole ? executionOfDepartment(f.department, entity) : executionOfProject(d);
  return [
    h(2, `${ordinals[index]}、2024年度${subject}绩效评价报告`, index === 0 ? "" : "page"),
    h(3, "（一）自评结论"),
    h(4, "1.自评得分"),
    p(`2024年度${subject}绩效自评得分为${d.selfScore}分。`),
    h(4, "2.绩效目标完成情况"),
    p(`（1）执行率情况。${execution}`),
    p(
      `（2）完成的绩效目标。${whole ? "部门" : content}共设置${d.indicatorsSet}个绩效指标，完成了${d.indicatorsAchieved}个。${reports[index].summary}`,
    ),
    p(`（3）未完成的绩效目标。${missed(t)}`),
    h(4, "3.存在的问题和原因"),
    p(`（1）上年度绩效评价结果应用情况。${reportUse.prior}`),
    p(
      `（2）本年度绩效存在的问题和原因。${numbered(reports[index].issues.map(([name, why]) => `${quoted(name)}未达目标，${why}`))}。`,
    ),
    h(4, "4.下一步拟改进措施"),
    p(`（1）下一步拟改进措施。${numbered(reports[index].issues.map(([, , fix]) => fix))}。`),
    p(`（2）拟与预算安排相结合情况。${reportUse.budget}`),
    h(3, "（二）自评表"),
    p("附件", "plain"),
    performanceTable(t, index),
  ].join("");
}

const weighted = (text, weight) => `${text}（${weight}分）`;

/** Rows of indicators with the first and second level merged over their rows. */
function indicatorRows(list, level1, level2) {
  const start = (i, ...keys) => i === 0 || keys.some((k) => list[i][k] !== list[i - 1][k]);
  const run = (i, ...keys) => {
    let end = i + 1;
    while (end < list.length && !start(end, ...keys)) end++;
    return end - i;
  };
  return list.map((x, i) => [
    start(i, "level1") ? c(weighted(x.level1, level1[x.level1]), { rs: run(i, "level1"), cls: "tight" }) : [],
    start(i, "level1", "level2")
      ? c(weighted(x.level2, level2[x.level2]), { rs: run(i, "level1", "level2"), cls: "tight" })
      : [],
    td(weighted(x.name, x.weight), { cs: 2 }),
    c(x.target.raw),
    c(x.actual.raw),
    c(x.score),
  ]);
}

const indicatorHead = [
  c("一级指标", { cls: "tight" }),
  c("二级指标", { cls: "tight" }),
  c("三级指标", { cs: 2 }),
  c("年初目标值（A）"),
  c("实际完成值（B）"),
  c("得分"),
];

/** A label cell over `rs` rows, then the header row and the indicators. */
const goalBlock = (label, { indicators, level1, level2 }) => {
  const rows = [indicatorHead, ...indicatorRows(indicators, level1, level2)];
  return rows.map((cells, i) => tr(i === 0 ? c(label, { rs: rows.length, cls: "tight" }) : [], cells));
};

const box = (options, chosen) => options.map((name, i) => `${i + 1}.${name}${name === chosen ? "☑" : "□"}`).join("　");

/** The row that lists the implementing units; `tornAt`: after so many of them a page break cuts it. */
function unitsRow(t) {
  const at = tornUnits[t.id];
  const row = (texts) => tr(c(texts[0], { cs: 2 }), c(texts[1], { cs: 2 }), c(texts[2]), c(texts[3], { cs: 3 }));
  const full = ["主管部门", t.department, "项目实施单位", t.implementingUnits.join("、")];
  if (at === undefined) return [row(full)];
  const [first, rest] = [t.implementingUnits.slice(0, at), t.implementingUnits.slice(at)];
  return [row([...full.slice(0, 3), `${first.join("、")}、`]), row(["", "", "", rest.join("、")])];
}

function heading(t) {
  if (t.kind === "department-overall")
    return [
      tr(c("单位名称", { cs: 2 }), c(t.entity, { cs: 6 })),
      tr(
        c("基本支出总额", { cs: 2 }),
        c(amount(t.basicExpenditure), { cs: 2 }),
        c("项目支出总额", { cs: 2 }),
        c(amount(t.projectExpenditure), { cs: 2 }),
      ),
    ];
  return [
    tr(c("项目名称", { cs: 2 }), c(t.projectName, { cs: 6 })),
    ...unitsRow(t),
    tr(c("项目类别", { cs: 2 }), td(box(["部门预算项目", "财政专项资金"], t.category), { cs: 6 })),
    tr(c("项目属性", { cs: 2 }), td(box(["持续性项目", "新增性项目"], t.attribute), { cs: 6 })),
    tr(c("项目类型", { cs: 2 }), td(box(["常年性项目", "延续性项目", "一次性项目"], t.type), { cs: 6 })),
  ];
}

function executionRows(t) {
  const e = t.execution;
  const money = (v) => (t.printCommas ? amount(v) : v);
  return [
    tr(
      c(`预算执行情况（万元）（${e.weight}分）`, { cs: 2, rs: 2 }),
      c(""),
      c("预算数（A）"),
      c("执行数（B）"),
      c("执行率（B/A）"),
      c(`得分（${e.weight}分*执行率）`, { cs: 2 }),
    ),
    tr(c(e.label), c(money(e.budget)), c(money(e.executed)), c(`${e.ratePct}%`), c(e.score, { cs: 2 })),
  ];
}

function performanceTable(t, index) {
  const [y, m, d] = t.filledOn.split("-").map(Number);
  const goals = t.goals
    ? t.goals.flatMap((g) => [
        tr(c(`年度目标${g.no}：（${g.weight}分）`, { cs: 2 }), td(g.text, { cs: 6 })),
        ...goalBlock("年度绩效指标", g),
      ])
    : goalBlock("年度绩效目标（80分）", t);
  const rows = [
    ...heading(t),
    ...executionRows(t),
    ...goals,
    tr(c("总分", { cs: 3 }), c(t.totalScore, { cs: 5 })),
    tr(c("偏差大或目标未完成原因分析", { cs: 3 }), td(deviationReasons(index), { cs: 5 })),
    tr(c("改进措施及结果应用方案", { cs: 3 }), td(improvements(index), { cs: 5 })),
  ];
  return [
    `<div class="formtitle">${esc(t.title)}</div>\n`,
    `<div class="entity"><span>单位名称：${esc(t.entity ?? t.department)}</span><span>填报日期：${y}年${m}月${d}日</span></div>\n`,
    table([15, 15, 18, 30, 24, 26, 26, 12], rows, { breaks: pageBreaks[t.id] }),
    performanceNotes.map((note, i) => p(`${i === 0 ? "注：" : ""}${note}`, "note")).join(""),
  ].join("");
}

/** Part six: nine reports, each with its table. */
export const appendix = (figures) =>
  figures.performance.map((t, i) => report(t, i, figures.narrative.performance, figures.document.entity)).join("");
