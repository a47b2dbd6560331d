import { describe } from 'vitest'
import express from '../../../src/fix/generators/express.ts'
import { battery } from './battery.ts'
import { startExpress } from './express-app.ts'
import { versionOfPackage } from './installed.ts'
import { verifiedOn } from './verified-on.ts'

describe('Express with the cors package', () => {
  battery((policy) => startExpress(express, policy))
  verifiedOn('express', () => `Express ${versionOfPackage('express')}, cors ${versionOfPackage('cors')}`, {
    exactly: true,
  })
})
