import { describe } from 'vitest'
import expressPlain from '../../../src/fix/generators/express-plain.ts'
import { battery } from './battery.ts'
import { startExpress } from './express-app.ts'
import { versionOfPackage } from './installed.ts'
import { verifiedOn } from './verified-on.ts'

describe('Express without a package', () => {
  battery((policy) => startExpress(expressPlain, policy))
  verifiedOn('express-plain', () => `Express ${versionOfPackage('express')}`, { exactly: true })
})
