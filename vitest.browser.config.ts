import { defineConfig } from 'vitest/config'

const scenarios = ['test/browser/*.test.ts']

/**
 * The tests in real browsers: `npx vitest run --config vitest.browser.config.ts`, with `--project firefox` in one of
 * them. The scenarios are the same for both; what is in the folder of a browser is about that one alone.
 */
export default defineConfig({
  test: {
    globalSetup: 'test/browser/global-setup.ts',
    // Each file starts its own browser; more than two at once only slow each other down.
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    projects: (['chromium', 'firefox'] as const).map((name) => ({
      extends: true as const,
      test: {
        name,
        include: [...scenarios, `test/browser/${name}/**/*.test.ts`],
        env: { WHYCORS_BROWSER: name },
      },
    })),
  },
})
