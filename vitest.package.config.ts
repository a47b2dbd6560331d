import { defineConfig } from 'vitest/config'

/** What is published, as it is packed and installed: `npm run test:package`. */
export default defineConfig({
  test: {
    include: ['test/package/**/*.test.ts'],
    globalSetup: ['test/package/install.ts'],
    testTimeout: 60_000,
  },
})
