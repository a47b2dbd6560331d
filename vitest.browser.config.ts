import { defineConfig } from 'vitest/config'

/** The tests in a real browser: `npx vitest run --config vitest.browser.config.ts`. */
export default defineConfig({
  test: {
    include: ['test/browser/**/*.test.ts'],
    globalSetup: 'test/browser/global-setup.ts',
    // Each file has a browser of its own; more at once only make each other slow.
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
