// The command line as an ES module, for who runs dist/cli.js. It's a CommonJS module itself, because Node.js starts those sooner.
import { createRequire } from 'node:module'

createRequire(import.meta.url)('./cli/whycors.cjs')
