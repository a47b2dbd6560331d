import { describe } from 'vitest'
import { battery } from './battery/battery.ts'
import { runsOn } from './start/runs-on.ts'
import { flaskHere, startFlask } from './start/start-flask.ts'

describe('Flask', () => {
  battery(startFlask)
  runsOn('flask', flaskHere, { exactly: false })
})
