import { Decimal } from "decimal.js";

/** Decimal with room for any printed amount: sums and products of amounts are exact (decimal.js rounds to 20 digits by default). */
export const Exact = Decimal.clone({ precision: 120, rounding: Decimal.ROUND_HALF_UP });
