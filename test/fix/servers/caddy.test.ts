import { describe } from 'vitest'
import { battery } from './battery/battery.ts'
import { proxyBattery } from './battery/proxy-battery.ts'
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

  runsOn('caddy', caddyHere, { exactly: false })
})
