/** What a rule is about, in Chinese: its message is in English. */

const FORMS = {
  "01": "收入支出决算总表",
  "02": "收入决算表",
  "03": "支出决算表",
  "04": "财政拨款收入支出决算总表",
  "05": "一般公共预算财政拨款支出决算表",
  "06": "一般公共预算财政拨款基本支出决算表",
  "07": "政府性基金预算财政拨款收入支出决算表",
  "08": "国有资本经营预算财政拨款支出决算表",
  "09": "财政拨款“三公”经费支出决算表",
};

const WITHIN = {
  row: "横向合计",
  col: "纵向合计",
  hier: "上级科目等于下级之和",
  dup: "科目编码不重复",
  name: "科目名称与编码相符",
  cls: "类等于款之和",
};

const NARRATIVE = {
  1: "收支总体情况",
  2: "收入情况",
  3: "支出情况",
  4: "财政拨款收支总体情况",
  5: "一般公共预算支出情况",
  6: "基本支出情况",
  9: "“三公”经费情况",
  10: "机关运行经费",
  11: "政府采购",
  12: "国有资产占用",
  13: "预算绩效",
};

const OTHERS = {
  PCT: "百分比与金额相符",
  YOY: "同比增减与百分比相符",
  P1: "绩效自评：各项得分之和等于总分",
  P2: "绩效自评：权重之和为 100",
  P3: "绩效自评：执行率",
  P4: "绩效自评：执行率得分",
  P5: "绩效自评：总分与文字相符",
  P6: "绩效自评：指标个数",
  P8: "绩效自评：下级权重之和",
  P10: "绩效自评：定量指标得分",
  P11: "绩效自评：项目执行数与项目支出",
  "D.columns": "列的合计",
  "D.rows": "行的合计",
  "D.children": "上级等于下级之和",
  "D.total": "总计",
  "D.ratio": "百分比与金额相符",
  "pdf.several": "文件里有多份报告",
  "form.column-by-position": "列名不全，按位置认列",
  "form.family-unknown": "这类报告的表格尚不认识",
  "form.misread-title": "表名没有认清，按近似表名认表",
  "form.missing": "缺少的表",
  "form.missing-part": "表缺了一部分",
  "form.none-found": "没有找到任何决算表",
  "form.row-without-code": "行没有科目编码",
  "form.unknown-column": "不认识的列",
  "form.unknown-row": "不认识的行",
  "form.unread-column": "整列数字没有读出来",
  "layout.glyphs-lost": "有字没有归到任何地方",
  "layout.unplaced-amount": "金额不在任何表格和句子里",
  "number.bad-grouping": "千分位不对",
  "number.enumerator": "金额格里有序号",
  "number.letters": "金额里有字母",
  "number.not-a-number": "金额格里不是数",
  "number.percent": "金额格里是百分比",
  "number.permille": "金额格里是千分比",
  "number.placeholder": "模板的占位符",
  "number.trailing-punctuation": "金额后有标点",
  "number.two-dots": "金额有两个小数点",
  "number.two-numbers": "一格里有两个数",
  "number.unit": "金额格里带单位",
  "ocr.doubtful": "识别存疑，请对照原文",
  "ocr.engine": "识别引擎不可用",
  "ocr.failed": "这一页没有识别出来",
  "ocr.misread-label": "识别的名称与规定名称相近",
  "ocr.turned": "扫描页方向不正",
  "override.applied": "人工决定已采用",
  "override.stale": "人工决定不再适用",
  "pdf.damaged": "PDF 已损坏",
  "pdf.garbled-text": "这一页的文字层是乱码",
  "pdf.image-page": "这一页只有图像",
  "pdf.pages-left-out": "只读了部分页，缺表与跨页勾稽不作判断",
  "pdf.page-unreadable": "这一页读不出来",
  "repair.proposal": "勾稽关系证明另一个值",
};

/** The rule's Chinese name; empty for a rule that has none, e.g. of a form of one's own. */
export function ruleName(rule) {
  const [, form, within] = /^F(\d\d)\.(\w+)$/.exec(rule) ?? [];
  if (form) return `${FORMS[form] ?? form}：${WITHIN[within] ?? "表内合计"}`;
  const [, one, other] = /^X(\d\d)(\d\d)\./.exec(rule) ?? [];
  if (one) return `${FORMS[one] ?? one}与${FORMS[other] ?? other}一致`;
  const [, empty] = /^E(\d\d)$/.exec(rule) ?? [];
  if (empty) return `${FORMS[empty] ?? empty}：空表要有说明`;
  const [, section] = /^N(\d+)\./.exec(rule) ?? [];
  if (section) return `文字说明与表格一致：${NARRATIVE[section] ?? `第${section}项`}`;
  return OTHERS[rule] ?? "";
}
