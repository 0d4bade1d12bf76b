/**
 * Ready-made views on a collection. Amounts are in 元 and exact. A code tree is printed with its sums (类, 款) beside its
 * items (项): each view takes one level, so that nothing is counted twice.
 */
export const VIEWS: Readonly<Record<string, { readonly about: string; readonly sql: string }>> = {};
