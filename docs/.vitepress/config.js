// The docs site: `npm run docs` builds it into out/docs and fails on a dead link.
import { readdirSync } from "node:fs";

const rules = readdirSync(new URL("../rules/", import.meta.url))
  .map((name) => name.replace(/\.md$/, ""))
  .filter((name) => name !== "identities" && name !== "pipeline")
  .sort();
const pages = (names) => names.map((name) => ({ text: name, link: `/rules/${name}` }));

export default {
  title: "juesuan 决算",
  description: "China's 部门决算公开 PDFs as data that people can trust",
  outDir: "../out/docs",
  cacheDir: "./node_modules/.vitepress",
  themeConfig: {
    search: { provider: "local" },
    sidebar: [
      {
        text: "Guide",
        items: [
          { text: "What it is", link: "/" },
          { text: "Output", link: "/output" },
          { text: "Many documents", link: "/batch" },
          { text: "Report and review", link: "/report" },
          { text: "Your first form", link: "/forms" },
        ],
      },
      {
        text: "Rules of the pipeline",
        link: "/rules/pipeline",
        collapsed: true,
        items: pages(rules.filter((r) => /^[a-z]/.test(r))),
      },
      {
        text: "Identities",
        link: "/rules/identities",
        collapsed: true,
        items: pages(rules.filter((r) => /^[A-Z]/.test(r))),
      },
    ],
  },
};
