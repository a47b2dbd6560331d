import { defineConfig } from 'vitest/config'

/** The snippets in real servers: `npx vitest run --config vitest.servers.config.ts`. */
export default defineConfig({
  test: {
    include: [
      'test/audit/servers/**/*.test.ts',
      'test/fix/{servers,syntax,proxies}/**/*.test.ts',
      'test/projects/**/*.test.ts',
    ],
    globalSetup: ['test/fix/servers/chromium/setup.ts'],
    // Each test starts a server; more at once only make each other slow.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
