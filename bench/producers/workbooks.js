const none = "none";
const whole = { "style:scale-to-X": 1, "style:scale-to-Y": 1 };
const asIs = { "style:scale-to": "100%" };

/** What financial software and people do with a workbook before they print it: name → options of `workbook`. */
export const WORKBOOKS = {
  thin: { wide: 1.2 },
  hair: { border: "0.05pt solid #000000", wide: 1.2 },
  "medium-frame": { frame: "1.5pt solid #000000", wide: 1.2 },
  double: { border: "1.5pt double #000000", wide: 1.2 },
  "no-borders": { border: none, wide: 1.2 },
  "printed-grid": { border: none, print: "objects charts drawings zero-values grid", wide: 1.2 },
  "printed-headers": { border: none, print: "objects charts drawings zero-values grid headers", wide: 1.2 },
  accounting: { format: "accounting", wide: 1.2 },
  "accounting-no-borders": { format: "accounting", border: none, wide: 1.2 },
  yuan: { format: "yuan", wide: 1.3 },
  text: { format: "text", amounts: "start", wide: 1.2 },
  distributed: { texts: { "fo:text-align": "justify", "css3t:text-justify": "distribute" }, wide: 1.2 },
  justified: { texts: { "fo:text-align": "justify" }, amounts: "justify", wide: 1.2 },
  shrunk: {
    labelCell: { "style:shrink-to-fit": "true", "fo:wrap-option": "no-wrap" },
    amountCell: { "style:shrink-to-fit": "true" },
  },
  "overflow-no-borders": { border: none, labelCell: { "fo:wrap-option": "no-wrap" }, wide: 1.3 },
  "one-page": { scale: whole, wide: 1.3 },
  landscape: { landscape: true, wide: 1.5 },
  "cut-down": { high: 14, landscape: true, wide: 1.5 },
  "cut-down-titles": { high: 14, landscape: true, wide: 1.5, repeat: true },
  "cut-down-captions": { high: 14, landscape: true, wide: 1.5, repeat: "caption" },
  "cut-across": { scale: asIs, landscape: false, wide: 1.6 },
  "cut-across-rows": { scale: asIs, landscape: false, wide: 1.6, order2d: "ltr", high: 12 },
  filled: { fill: "#4472c4", headText: { "fo:color": "#ffffff" }, border: "0.5pt solid #ffffff", wide: 1.2 },
  furniture: { furniture: true, wide: 1.2 },
  "furniture-no-borders": { furniture: true, border: none, wide: 1.2 },
  "top-aligned": { cell: { "style:vertical-align": "top" }, high: 9, border: none, wide: 1.2 },
  indented: { code: "one", indented: true, wide: 1.2 },
  "code-in-name": { code: "name", indented: true, border: none, wide: 1.2 },
};
