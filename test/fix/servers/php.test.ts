import { describe } from 'vitest'
import { battery } from './battery/battery.ts'
import { runsOn } from './start/runs-on.ts'
import { phpHere, startPhp } from './start/start-php.ts'

describe('PHP without a framework', () => {
  battery(startPhp)
  runsOn('php', phpHere, { exactly: false })
})
