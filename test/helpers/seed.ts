/**
 * Property tests draw from one seed, so that what is merged does not hang on chance. `JUESUAN_SEED=N npm test` draws
 * others; `npm run fuzz` many of them.
 */
import fc from "fast-check";

fc.configureGlobal({ seed: Number(process.env.JUESUAN_SEED ?? 20240101) });
