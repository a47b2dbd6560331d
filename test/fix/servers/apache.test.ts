import { describe } from 'vitest'
import { battery } from './battery/battery.ts'
import { ERRORS_OF_503 } from './battery/places.ts'
import { proxyBattery } from './battery/proxy-battery.ts'
import { runsOn } from './start/runs-on.ts'
import { apacheHere, startApache } from './start/start-apache.ts'

const AUTHENTICATED = `
<Location /private>
    AuthType Basic
    AuthName private
    AuthUserFile htpasswd
    Require valid-user
</Location>`

describe('Apache', () => {
  // Its files answer no PUT; a program does.
  describe('with files', () => {
    battery((policy) =>
      startApache(
        policy,
        `LuaMapHandler ^/items$ items.lua handle
         <Location /only-get>
             AllowMethods GET
         </Location>
         Redirect 500 /boom
         Redirect 502 /bad
         ${AUTHENTICATED}`,
      ),
    )
  })

  proxyBattery(
    (policy, { port, dead }) =>
      startApache(
        policy,
        `ProxyPass /bad http://127.0.0.1:${dead}/
       ProxyPass / http://127.0.0.1:${port}/
       ${AUTHENTICATED}`,
      ),
    {},
    ERRORS_OF_503,
  )

  runsOn('apache', apacheHere, { exactly: false })
})
