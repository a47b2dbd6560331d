import { describe, expect, test } from 'vitest'
import lambda from '../../../src/fix/generators/lambda.ts'
import { APP, policies } from '../policies.ts'
import { ask } from './battery/ask.ts'
import { battery } from './battery/battery.ts'
import { serving } from './battery/serving.ts'
import { runsOn } from './start/runs-on.ts'
import { type LambdaEvent, startLambda } from './start/start-lambda.ts'

const EVENTS: readonly LambdaEvent[] = ['2.0', '1.0']

describe('an AWS Lambda handler', () => {
  // AWS itself cannot be started here: Node.js calls the handler with events as AWS documents them.
  battery((policy) => startLambda(lambda, policy, '2.0'))

  describe.each(EVENTS)('called with payload format %s', (event) => {
    const server = serving((policy) => startLambda(lambda, policy, event), policies.credentials)

    test.each([
      ['/items', 200],
      ['/private', 401],
      ['/boom', 500],
    ])('%s can be read', async (path, status) => {
      const { outcome, actual } = await ask(server.port, {
        origin: APP,
        path,
        credentials: true,
        method: 'PUT',
      })
      expect([outcome, actual?.status]).toEqual(['shared', status])
    })
  })

  runsOn('lambda', () => 'Node.js with events in the forms of AWS, not on AWS', { exactly: true })
})
