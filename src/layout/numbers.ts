/** Whether a printed token is a number by itself (amount, code, percentage), as far as layout needs to know. */
export function looksLikeNumber(text: string): boolean {
  return /^[¥￥]?[(（]?[+\-－−△▲]?[¥￥]?[\d０-９]+(?:[,，][\d０-９]+)*(?:[.．][\d０-９]+)?[%％‰]?[)）]?$/u.test(text);
}
