import { describe, expect, test } from 'vitest'
import go from '../../../src/fix/generators/go.ts'
import type { CorsPolicy } from '../../../src/fix/policy/policy.ts'
import { policies } from '../policies.ts'
import { battery } from './battery/battery.ts'
import { readBy } from './quoting/read-by.ts'
import { codeOf } from './start/code-of.ts'
import { goApp } from './start/go-app.ts'
import { runsOn } from './start/runs-on.ts'
import { goHere, startGo } from './start/start-go.ts'

describe('Go net/http', () => {
  battery((policy) =>
    startGo(goApp({ imports: [], before: codeOf(go, policy), inMain: 'handler := cors(mux)' })),
  )
  runsOn('go', goHere, { exactly: false })

  test.each(Object.entries<CorsPolicy>(policies))('%s is as gofmt writes it', (_, policy) => {
    const code = codeOf(go, policy)
    expect(readBy(['gofmt'], code)).toBe(code)
  })
})
