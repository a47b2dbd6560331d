import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** Each of them has its own configuration. */
const notUnits = [
  'test/audit/servers/**',
  'test/browser/**',
  'test/engines/**',
  'test/fix/{servers,syntax,proxies}/**',
  'test/package/**',
  'test/projects/**',
  '**/node_modules/**',
]

export default defineConfig({
  // As package.json has it, but from the sources.
  resolve: {
    alias: { '#network': fileURLToPath(new URL('src/network/network.ts', import.meta.url)) },
  },
  test: {
    testTimeout: 60_000,
    projects: [
      // Nothing in the core has state, so the files of a worker can share it, which halves the time.
      {
        extends: true,
        test: {
          name: 'units',
          include: ['test/**/*.test.ts'],
          exclude: [...notUnits, 'test/linear/**', 'test/redact/mutants/**'],
          isolate: false,
        },
      },
      // It changes the global object.
      {
        extends: true,
        test: { name: 'mutants', include: ['test/redact/mutants/**/*.test.ts'], isolate: true },
      },
      // What other tests leave behind in a process would be counted as work.
      { extends: true, test: { name: 'work', include: ['test/linear/**/*.test.ts'], isolate: true } },
    ],
  },
})
