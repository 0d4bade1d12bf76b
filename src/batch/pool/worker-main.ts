/** The worker process: started by the pool, never by hand. */
import { processDocument } from "../process-document.js";
import { serve } from "./serve.js";

const { extract } = await import("../../pipeline.js");

serve((job, onProgress) => processDocument(job, { extract, onProgress }));
