import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    setupFiles: ["test/helpers/seed.ts"],
    testTimeout: 120_000,
    maxWorkers: 2,
  },
});
