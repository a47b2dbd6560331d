import { describe, expect, test } from 'vitest'
import { get } from '../../../src/fetch/header-list.ts'
import { policies } from '../policies.ts'
import { battery } from './battery/battery.ts'
import { proxyBattery } from './battery/proxy-battery.ts'
import { send } from './battery/send.ts'
import { runsOn } from './start/runs-on.ts'
import { nginxHere, startNginx, startTwoApis } from './start/start-nginx.ts'

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

  test('keeps the policies of two APIs apart, whose snippets are in one configuration', async () => {
    const [one, other] = ['https://one.example', 'https://other.example'] as const
    const running = await startTwoApis([
      ['a.example.com', { ...policies['no-preflight'], origins: [one] }],
      ['b.example.com', { ...policies['no-preflight'], origins: [other] }],
    ])
    try {
      const allowed = async (host: string, origin: string) => {
        const headers = { Host: host, Origin: origin }
        const { headerList } = await send(running.port, { method: 'GET', path: '/items', headers })
        return get(headerList, 'Access-Control-Allow-Origin')
      }
      expect([await allowed('a.example.com', one), await allowed('a.example.com', other)]).toEqual([
        one,
        null,
      ])
      expect([await allowed('b.example.com', one), await allowed('b.example.com', other)]).toEqual([
        null,
        other,
      ])
    } finally {
      await running.stop()
    }
  })

  runsOn('nginx', nginxHere, { exactly: false })
})
