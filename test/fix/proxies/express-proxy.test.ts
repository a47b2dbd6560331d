import { describe } from 'vitest'
import expressProxy from '../../../src/fix/proxies/express-proxy.ts'
import { versionOfPackage } from '../servers/start/installed.ts'
import { proxyRunsOn } from '../servers/start/runs-on.ts'
import { start } from '../servers/start/start.ts'
import { proxiedBattery } from './proxied-battery.ts'

const app = (snippet: string): string => `
import express from 'express'
const app = express()
${snippet}
app.use(express.json())
app.get('/', (req, res) => res.send('<!doctype html><title>own page</title>'))
app.listen(Number(process.env.PORT), '127.0.0.1')
`

describe('Express', () => {
  proxiedBattery(expressProxy, (snippetAt) =>
    start({
      files: ({ port }) => ({ 'app.mjs': app(snippetAt(port).code) }),
      command: () => [process.execPath, 'app.mjs'],
    }),
  )

  const versions = () =>
    `Express ${versionOfPackage('express')}, http-proxy-middleware ${versionOfPackage('http-proxy-middleware')}`
  proxyRunsOn('express-proxy', versions, { exactly: true })
})
