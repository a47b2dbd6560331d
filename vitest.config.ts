import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: [
      'test/browser/**',
      'test/engines/**',
      'test/fix/{servers,syntax,proxies}/**',
      'test/package/**',
      '**/node_modules/**',
    ],
    testTimeout: 60_000,
  },
})
