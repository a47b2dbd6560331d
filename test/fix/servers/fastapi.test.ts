import { describe, expect, test } from 'vitest'
import fastapi from '../../../src/fix/generators/fastapi.ts'
import type { CorsPolicy } from '../../../src/fix/policy/policy.ts'
import { policies } from '../policies.ts'
import { battery } from './battery/battery.ts'
import { readBy } from './quoting/read-by.ts'
import { codeOf } from './start/code-of.ts'
import { installed } from './start/installed.ts'
import { runsOn } from './start/runs-on.ts'
import { type Running, start } from './start/start.ts'

/** The operating system's Python: another one on the PATH does not see its packages. */
const PYTHON = '/usr/bin/python3'

const VERSION =
  'import fastapi, starlette, uvicorn; print(f"FastAPI {fastapi.__version__}, Starlette {starlette.__version__}")'
const versionHere = (): string => installed([PYTHON, '-c', VERSION], ['python3-fastapi', 'python3-uvicorn'])

const boot = async (policy: CorsPolicy): Promise<Running> => {
  versionHere()
  return await start({
    files: () => ({ 'main.py': app(codeOf(fastapi, policy)) }),
    command: ({ port }) => [
      PYTHON,
      '-m',
      'uvicorn',
      'main:app',
      '--host',
      '127.0.0.1',
      '--port',
      String(port),
    ],
  })
}

describe('FastAPI', () => {
  battery(boot, {
    'varies by origin': "Starlette's middleware sends `Vary` only to allowed origins",
  })
  runsOn('fastapi', versionHere, { exactly: false })

  test('leaves the app and its outermost layer as `fastapi run` and instrumentation expect them', () => {
    versionHere()
    const program = `${app(codeOf(fastapi, policies.credentials))}\nprint(isinstance(app, FastAPI), type(app.build_middleware_stack()).__name__)`
    expect(readBy([PYTHON, '-'], program)).toBe('True ServerErrorMiddleware\n')
  })
})

const app = (snippet: string): string => `
from fastapi import FastAPI, Response

app = FastAPI()


@app.middleware("http")
async def authenticate(request, call_next):
    if request.url.path == "/private" and "authorization" not in request.headers:
        return Response(status_code=401)
    return await call_next(request)


@app.api_route("/items", methods=["GET", "PUT", "DELETE"])
def items():
    return []


@app.get("/private")
@app.get("/only-get")
def only_get():
    return []


@app.get("/boom")
def boom():
    raise RuntimeError("boom")


@app.get("/bad")
def bad():
    return Response(status_code=502)


${snippet}
`
