import { describe } from 'vitest'
import expressPlain from '../../../src/fix/generators/express-plain.ts'
import { battery } from './battery/battery.ts'
import { versionOfPackage } from './start/installed.ts'
import { runsOn } from './start/runs-on.ts'
import { startExpress } from './start/start-express.ts'

describe('Express without a package', () => {
  battery((policy) => startExpress(expressPlain, policy))
  runsOn('express-plain', () => `Express ${versionOfPackage('express')}`, { exactly: true })
})
