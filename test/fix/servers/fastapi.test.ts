import { describe, expect, test } from 'vitest'
import fastapi from '../../../src/fix/generators/fastapi.ts'
import { policies } from '../policies.ts'
import { battery } from './battery/battery.ts'
import { readBy } from './quoting/read-by.ts'
import { codeOf } from './start/code-of.ts'
import { runsOn } from './start/runs-on.ts'
import { fastApiApp, fastApiHere, PYTHON, startFastApi } from './start/start-fastapi.ts'

describe('FastAPI', () => {
  battery((policy) => startFastApi(codeOf(fastapi, policy)), {
    'varies by origin': "Starlette's middleware sends `Vary` only to allowed origins",
  })
  runsOn('fastapi', fastApiHere, { exactly: false })

  test('leaves the app and its outermost layer as `fastapi run` and instrumentation expect them', () => {
    fastApiHere()
    const program = `${fastApiApp(codeOf(fastapi, policies.credentials))}\nprint(isinstance(app, FastAPI), type(app.build_middleware_stack()).__name__)`
    expect(readBy([PYTHON, '-'], program)).toBe('True ServerErrorMiddleware\n')
  })
})
