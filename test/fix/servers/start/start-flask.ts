import flask from '../../../../src/fix/generators/flask.ts'
import type { CorsPolicy } from '../../../../src/fix/policy/policy.ts'
import { codeOf } from './code-of.ts'
import type { Running } from './start.ts'
import { pythonHere, startGunicorn } from './start-gunicorn.ts'

/** Returns the version of Flask here, or fails with how to install it. */
export const flaskHere = (): string =>
  pythonHere('flask, gunicorn', 'f"Flask {flask.__version__}"', ['python3-flask'])

/** Starts a Flask app with a snippet directly after `app = Flask(__name__)`, as its text says. */
export const startFlask = (policy: CorsPolicy): Promise<Running> => startFlaskWith(codeOf(flask, policy))

/** Starts a Flask app with code directly after `app = Flask(__name__)`. */
export function startFlaskWith(code: string): Promise<Running> {
  flaskHere()
  return startGunicorn({ 'main.py': app(code) }, 'main:app')
}

const app = (snippet: string): string => `
from flask import Flask, abort, request

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
