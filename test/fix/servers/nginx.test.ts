import { describe } from 'vitest'
import { battery } from './battery/battery.ts'
import { proxyBattery } from './battery/proxy-battery.ts'
import { runsOn } from './start/runs-on.ts'
import { nginxHere, startNginx } from './start/start-nginx.ts'

const AUTHENTICATED = 'auth_basic "private"; auth_basic_user_file htpasswd;'

describe('Nginx', () => {
  // Its files answer no PUT; an empty location does.
  describe('with files', () => {
    battery((policy) =>
      startNginx(
        policy,
        `root html;
         location = /items { return 200 "[]"; }
         location = /private { ${AUTHENTICATED} }
         location = /boom { return 500; }
         location = /bad { return 502; }`,
      ),
    )
  })

  proxyBattery((policy, { port, dead }) =>
    startNginx(
      policy,
      `location / { proxy_pass http://127.0.0.1:${port}; }
       location = /private { ${AUTHENTICATED} proxy_pass http://127.0.0.1:${port}; }
       location = /bad { proxy_pass http://127.0.0.1:${dead}; }`,
    ),
  )

  runsOn('nginx', nginxHere, { exactly: false })
})
