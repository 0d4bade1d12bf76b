export { type Review, type ServeOptions, serveReview } from "./server.js";
