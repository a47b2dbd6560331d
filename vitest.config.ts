import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  // As package.json has it, but from the sources.
  resolve: {
    alias: { '#network': fileURLToPath(new URL('src/network/network.ts', import.meta.url)) },
  },
  test: {
    include: ['test/**/*.test.ts'],
    exclude: [
      'test/audit/servers/**',
      'test/browser/**',
      'test/engines/**',
      'test/fix/{servers,syntax,proxies}/**',
      'test/package/**',
      'test/projects/**',
      '**/node_modules/**',
    ],
    // Nothing in the core has state, so the files of a worker can share it, which halves the time.
    isolate: false,
    testTimeout: 60_000,
  },
})
