// A4; forms 02, 03 and 04 lie on landscape pages. TrueType fonts only: Skia writes the CFF outlines of Noto CJK as Type 3.
export const style = `
@page { size: A4; margin: 24mm 22mm 22mm 22mm; }
@page wide { size: A4 landscape; margin: 18mm 18mm 16mm 18mm; }
@font-face { font-family: Figures; src: local("Liberation Serif"); unicode-range: U+25, U+2C, U+2E, U+30-39, U+41-5A, U+61-7A; }
@font-face { font-family: Figures; font-weight: bold; src: local("Liberation Serif Bold"); unicode-range: U+25, U+2C, U+2E, U+30-39, U+41-5A, U+61-7A; }
* { margin: 0; padding: 0; box-sizing: border-box; }
body { font: 11.5pt/1.7 Figures, "LXGW WenKai", "DejaVu Sans", serif; orphans: 1; widows: 1; }
p { text-indent: 2em; text-align: justify; }
p.plain { text-indent: 0; }
p.center { text-indent: 0; text-align: center; }
h1, h2, h3, h4 { font-weight: normal; break-after: avoid; }
h1 { font: 16pt/1.6 "Droid Sans Fallback", "LXGW WenKai"; text-align: center; margin: 6mm 0 5mm; }
h2 { font: 13pt/1.8 "Droid Sans Fallback", "LXGW WenKai"; text-indent: 2em; margin-top: 3mm; }
h3 { font-size: 11.5pt; font-weight: bold; text-indent: 2em; }
h4 { font-size: 11.5pt; text-indent: 2em; }
.cover { height: 240mm; padding-top: 75mm; text-align: center; font: 24pt/2 "Droid Sans Fallback", "LXGW WenKai"; }
.page { break-before: page; }
.wide { page: wide; break-before: page; break-after: page; }
.toc p { text-indent: 0; line-height: 1.62; }
.toc p.item { padding-left: 2em; }
.formtitle { font: 15pt/1.5 "Droid Sans Fallback", "LXGW WenKai"; text-align: center; text-indent: 0; margin-top: 0; }
.code, .entity { font-size: 9.5pt; line-height: 1.5; }
.code { text-align: right; }
.entity { display: flex; justify-content: space-between; }
.note { font-size: 9.5pt; line-height: 1.5; text-indent: 0; margin-top: 1mm; text-align: left; }
table { border-collapse: collapse; table-layout: fixed; font-size: 9pt; line-height: 1.3; margin: 1mm auto 0; }
td { border: 0.6pt solid #000; padding: 0.7mm 1mm; vertical-align: middle; overflow-wrap: anywhere; }
td.c { text-align: center; }
td.n { text-align: right; white-space: nowrap; overflow-wrap: normal; }
td.tight { padding: 0.7mm 0.3mm; }
table.low td { padding-top: 0.45mm; padding-bottom: 0.45mm; }
table.high td { height: 6mm; padding-top: 1.1mm; padding-bottom: 1.1mm; }
figure { text-align: center; margin: 2mm 0; break-inside: avoid; font-size: 9.5pt; line-height: 1.5; }
figure svg { display: block; margin: 0 auto; }
`;
