import { describe, expect, test } from 'vitest'
import { APP, policies } from '../policies.ts'
import { ask } from './battery/ask.ts'
import { battery } from './battery/battery.ts'
import { proxyBattery } from './battery/proxy-battery.ts'
import { serving } from './battery/serving.ts'
import { runsOn } from './start/runs-on.ts'
import { caddyHere, startCaddy } from './start/start-caddy.ts'

// caddy hash-password --plaintext password
const AUTHENTICATED = `basicauth /private {
		user $2a$14$zb.AF/J69l6gRKJ424aXF.ObuHBN7q/an4V1EqXWfnqZdfqy5ST9W
	}`

describe('Caddy', () => {
  // Its files answer no PUT, and take a POST for a GET.
  describe('with files', () => {
    battery((policy) =>
      startCaddy(
        policy,
        () => `
	${AUTHENTICATED}
	root * html
	respond /items "[]" 200
	@post method POST
	error @post 405
	error /boom 500
	error /bad 502
	file_server`,
      ),
    )
  })

  proxyBattery((policy, { port, dead }) =>
    startCaddy(
      policy,
      (proxy) => `
	${AUTHENTICATED}
	handle /bad {
	${proxy(dead)}
	}
	${proxy(port)}`,
    ),
  )

  describe('beside log, tls and handle_errors, which cannot be in a route', () => {
    const server = serving(
      (policy) =>
        startCaddy(
          policy,
          () => `
	respond /items "[]" 200
	error /boom 500
	error /gone 404`,
          `
	log {
		output discard
	}
	handle_errors {
		respond "{http.error.status_code}" {http.error.status_code}
	}`,
        ),
      policies.credentials,
    )

    test.each([
      ['/items', 200],
      ['/gone', 404],
      ['/boom', 500],
    ])('%s is a %i that the page can read', async (path, status) => {
      const { outcome, actual } = await ask(server.port, { origin: APP, path, credentials: true })
      expect([outcome, actual?.status]).toEqual(['shared', status])
    })
  })

  runsOn('caddy', caddyHere, { exactly: false })
})
