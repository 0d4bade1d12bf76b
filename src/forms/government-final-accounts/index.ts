import type { FormFamily } from "../family.js";

/** 财政总决算 of a government; which tables it prints varies by region, so none is prescribed. */
export const governmentFinalAccounts: FormFamily = {
  id: "government-final-accounts",
  name: "财政总决算",
  kind: "government-final-accounts",
  forms: [],
  sets: [],
};
