import { installed } from './installed.ts'
import { type Running, start } from './start.ts'

/** The operating system's Python: another one on the PATH does not see its packages. */
export const PYTHON = '/usr/bin/python3'

const VERSION =
  'import fastapi, starlette, uvicorn; print(f"FastAPI {fastapi.__version__}, Starlette {starlette.__version__}")'

/** Returns the versions of FastAPI and Starlette here, or fails with how to install them. */
export const fastApiHere = (): string =>
  installed([PYTHON, '-c', VERSION], ['python3-fastapi', 'python3-uvicorn'])

/** Starts a FastAPI app with code at its end, as the snippet's text says. */
export async function startFastApi(code: string): Promise<Running> {
  fastApiHere()
  return await start({
    files: () => ({ 'main.py': fastApiApp(code) }),
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

/** Returns an app with code at its end. */
export const fastApiApp = (snippet: string): string => `
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
