import { describe } from 'vitest'
import express from '../../../src/fix/generators/express.ts'
import { battery } from './battery/battery.ts'
import { versionOfPackage } from './start/installed.ts'
import { runsOn } from './start/runs-on.ts'
import { startExpress } from './start/start-express.ts'

describe('Express with the cors package', () => {
  battery((policy) => startExpress(express, policy))
  runsOn('express', () => `Express ${versionOfPackage('express')}, cors ${versionOfPackage('cors')}`, {
    exactly: true,
  })
})
