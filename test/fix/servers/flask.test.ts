import { describe } from 'vitest'
import flask from '../../../src/fix/generators/flask.ts'
import { battery } from './battery/battery.ts'
import { codeOf } from './start/code-of.ts'
import { runsOn } from './start/runs-on.ts'
import { pythonHere, startGunicorn } from './start/start-gunicorn.ts'

const versionHere = (): string =>
  pythonHere('flask, gunicorn', 'f"Flask {flask.__version__}"', ['python3-flask'])

describe('Flask', () => {
  battery((policy) => {
    versionHere()
    return startGunicorn({ 'main.py': app(codeOf(flask, policy)) }, 'main:app')
  })
  runsOn('flask', versionHere, { exactly: false })
})

const app = (snippet: string): string => `
from flask import Flask, abort

app = Flask(__name__)

${snippet}

@app.before_request
def authenticate():
    if request.path == "/private" and "Authorization" not in request.headers:
        abort(401)


@app.route("/items", methods=["GET", "PUT", "DELETE"])
@app.get("/only-get")
def items():
    return []


@app.route("/private", methods=["GET", "PUT"])
def private():
    return []


@app.get("/boom")
def boom():
    raise RuntimeError("boom")


@app.get("/bad")
def bad():
    abort(502)
`
