import { expect, test } from 'vitest'
import django from '../../../../src/fix/generators/django.ts'
import flask from '../../../../src/fix/generators/flask.ts'
import { codeOf } from '../start/code-of.ts'
import { flaskHere } from '../start/start-flask.ts'
import { hostilePolicies, hostilePreflights } from './hostile-preflights.ts'
import { readBy } from './read-by.ts'

const PYTHON = '/usr/bin/python3'

const FLASK = `
import json, sys
from flask import Flask

answers = []
for code, origin in json.load(sys.stdin):
    scope = {"app": Flask("app")}
    exec(code, scope)
    headers = {"Origin": origin, "Access-Control-Request-Method": "PUT"}
    answer = scope["app"].test_client().options("/", headers=headers)
    names = [name for name, _ in answer.headers if name.lower().startswith(("access-control-", "vary"))]
    answers.append({name.lower(): ", ".join(answer.headers.getlist(name)) for name in names})
print(json.dumps(answers))
`

test('Flask answers preflights with policies of hostile names byte for byte', () => {
  flaskHere()
  const asked = hostilePreflights.map(({ policy, origin }) => [codeOf(flask, policy), origin])
  const answers = JSON.parse(readBy([PYTHON, '-c', FLASK], JSON.stringify(asked)))
  expect(answers).toEqual(
    hostilePreflights.map(({ policy: { exposed }, answer }) => ({
      ...answer,
      ...(exposed.length === 0 ? {} : { 'access-control-expose-headers': exposed.join(', ') }),
    })),
  )
})

const SETTINGS = `
import json, sys

settings = []
for code in json.load(sys.stdin):
    scope = {"INSTALLED_APPS": [], "MIDDLEWARE": []}
    exec(code, scope)
    settings.append({name: value for name, value in scope.items() if name.startswith("CORS_")})
print(json.dumps(settings))
`

test('Django is set to policies of hostile names byte for byte', () => {
  const codes = hostilePolicies.map((policy) => codeOf(django, policy))
  expect(JSON.parse(readBy([PYTHON, '-c', SETTINGS], JSON.stringify(codes)))).toEqual(
    hostilePolicies.map(({ origins, methods, headers, exposed, credentials, maxAge }) => ({
      CORS_ALLOWED_ORIGINS: origins,
      CORS_ALLOW_METHODS: methods,
      CORS_ALLOW_HEADERS: headers,
      ...(exposed.length === 0 ? {} : { CORS_EXPOSE_HEADERS: exposed }),
      ...(credentials ? { CORS_ALLOW_CREDENTIALS: true } : {}),
      CORS_PREFLIGHT_MAX_AGE: maxAge ?? 0,
    })),
  )
})
