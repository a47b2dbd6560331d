import { createRequire } from 'node:module'
import { defineConfig } from '@playwright/test'

// A package can't be named from within itself here; in a project that has it installed, its name is enough.
const reporter = createRequire(import.meta.url).resolve('whycors/playwright/reporter')

export default defineConfig({
  testDir: '.',
  workers: 1,
  reporter: [['json', { outputFile: process.env.EXAMPLE_REPORT }], [reporter]],
  outputDir: process.env.EXAMPLE_OUTPUT,
  use: {
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    },
  },
})
