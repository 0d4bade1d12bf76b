/**
 * Characters that print alike or mean the same, to one form. Data for `normalise`; NFKC covers the rest
 * (Kangxi radicals U+2F00–2FD5, full-width forms, compatibility ideographs).
 * Each string is a list of pairs: the variant, then the form kept.
 */

/** Variant, traditional and Japanese shapes that fonts, converters and OCR give for the simplified character. */
const HAN =
  "決决減减沖冲況况準准淨净湊凑凈净収收戶户戸户內内產产産产說说説说錄录録录別别黃黄稅税靑青卽即値值眞真強强爲为為为歩步髙高経经單单単单" +
  "関关關关總总総总図图圖图區区來来國国戲戏囯国項项頁页額额預预業业務务財财費费購购應应應应軍军農农業业鎮镇錢钱銀银開开門门" +
  "間间長长員员資资貿贸賬账帳账計计訓训設设許许證证証证護护議议讓让車车轉转運运進进還还邊边鄉乡釋释隊队階阶險险雲云電电題题類类" +
  "養养館馆黨党會会個个價价億亿優优傳传債债備备兩两劃划勞劳動动勵励壓压執执報报場场實实審审寫写對对專专導导屬属師师廳厅廣广張张" +
  "從从復复態态懷怀戰战擔担據据擴扩擬拟攝摄數数於于時时書书條条構构標标樣样機机權权檢检歷历歸归殘残氣气無无營营爭争環环現现發发" +
  "監监確确種种稱称積积競竞築筑節节範范簡简糧粮級级紀纪約约組组細细終终結结給给統统絕绝經经維维網网綜综緊紧線线縣县縮缩績绩織织" +
  "繳缴繼继續续義义習习聯联職职聽听膽胆與与興兴舉举藝艺處处號号補补製制複复見见規规視视親亲觀观";

/** CJK Radicals Supplement (U+2E80–2EFF): PDF fonts map whole characters to them and NFKC leaves most alone. */
const RADICALS =
  "⺀冫⺁厂⺄乙⺅亻⺆冂⺇几⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尢⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歹⺟母⺠民⺡氵⺢水⺣灬⺤爫⺦丬⺧牛⺨犭⺩王" +
  "⺪疋⺫目⺬示⺭礻⺮竹⺯糹⺰纟⺱网⺲罒⺴网⺵网⺶羊⺷羊⺸羊⺹老⺺聿⺻聿⺼月⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃西⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅" +
  "⻑长⻒镸⻓长⻔门⻕阝⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟飠⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫齐⻬齐⻭齿⻮齿⻯龙⻰龙⻱龟⻲龟⻳龟";

/** Punctuation of one meaning. Applied before NFKC, which would turn ︰ into "..". */
const PUNCTUATION =
  "︰:∶:꞉:׃:﹕:﹐,‚,٫,﹔;‐-‑-‒-–-—-―-─-━-−-⁃-﹘-﹣-－-﹝(﹞)〔(〕)【(】)〖(〗)［(］)[(])〘(〙)•·・·‧·∙·⋅·●·⋯…〜~∼~∽~～~";

const pairs = (table: string): [string, string][] => {
  const characters = [...table];
  return characters.flatMap((from, at): [string, string][] => {
    const to = characters[at + 1];
    return at % 2 === 0 && to !== undefined ? [[from, to]] : [];
  });
};

/** Han variants and radicals → the simplified character. */
export const HAN_VARIANTS: ReadonlyMap<string, string> = new Map(pairs(HAN + RADICALS));

/** Colons, commas, dashes, brackets, dots → one form each. */
export const PUNCTUATION_VARIANTS: ReadonlyMap<string, string> = new Map(pairs(PUNCTUATION));

/** Everything that opens or closes a quotation, directed or not. */
export const QUOTES = "\"“”„‟〝〞〟＂«»「」『』﹁﹂﹃﹄‘’‚‛'＇｢｣";
