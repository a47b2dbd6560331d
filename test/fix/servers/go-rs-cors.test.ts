import { describe, expect, test } from 'vitest'
import goRsCors from '../../../src/fix/generators/go-rs-cors.ts'
import { policies } from '../policies.ts'
import { battery } from './battery/battery.ts'
import { readBy } from './quoting/read-by.ts'
import { codeOf } from './start/code-of.ts'
import { goApp } from './start/go-app.ts'
import { installed } from './start/installed.ts'
import { runsOn } from './start/runs-on.ts'
import { goHere, startGo } from './start/start-go.ts'

const rsCorsHere = (): string =>
  installed(['dpkg-query', '--show', '--showformat', '$' + '{Version}', PACKAGE], [PACKAGE]).replace(
    /-[^-]*$/,
    '',
  )

const PACKAGE = 'golang-github-rs-cors-dev'

describe('Go with rs/cors', () => {
  battery(
    (policy) => {
      rsCorsHere()
      return startGo(goApp({ imports: ['github.com/rs/cors'], before: '', inMain: codeOf(goRsCors, policy) }))
    },
    { 'hostile names': 'rs/cors before 1.11 drops their characters; such policies are refused' },
  )
  runsOn('go-rs-cors', () => `${goHere()}, rs/cors ${rsCorsHere()}`, { exactly: false })

  test.each(['credentials', 'no-preflight', 'public'] as const)('%s is as gofmt writes it', (name) => {
    const code = codeOf(goRsCors, policies[name])
    expect(readBy(['gofmt'], code)).toBe(code)
  })
})
