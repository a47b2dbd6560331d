import { describe } from 'vitest'
import { ERRORS_OF_503 } from './battery/places.ts'
import { proxyBattery } from './battery/proxy-battery.ts'
import { runsOn } from './start/runs-on.ts'
import { haproxyHere, startHaproxy } from './start/start-haproxy.ts'

describe('HAProxy', () => {
  proxyBattery(
    (policy, { port, dead }) =>
      startHaproxy(
        policy,
        `  http-request auth if { path /private } !{ http_auth(users) }
  use_backend nobody if { path /bad }
  default_backend app`,
        `backend app
  server app 127.0.0.1:${port}
backend nobody
  server nobody 127.0.0.1:${dead}
userlist users
  user user insecure-password password`,
      ),
    {},
    ERRORS_OF_503,
  )

  runsOn('haproxy', haproxyHere, { exactly: false })
})
