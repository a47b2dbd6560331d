import { describe } from 'vitest'
import firebaseFunctions from '../../../src/fix/generators/firebase-functions.ts'
import { battery } from './battery/battery.ts'
import { codeOf } from './start/code-of.ts'
import { versionOfPackage } from './start/installed.ts'
import { runsOn } from './start/runs-on.ts'
import { start } from './start/start.ts'

describe('Firebase and Google Cloud Functions', () => {
  battery((policy) =>
    start({
      files: () => ({
        'index.mjs': functions(codeOf(firebaseFunctions, policy)),
        'package.json': '{ "main": "index.mjs" }',
      }),
      command: ({ folder, port }) => [
        process.execPath,
        `${folder}/node_modules/@google-cloud/functions-framework/build/src/main.js`,
        '--target=api',
        `--port=${port}`,
      ],
    }),
  )
  runsOn(
    'firebase-functions',
    () => `Functions Framework ${versionOfPackage('@google-cloud/functions-framework')}`,
    { exactly: true },
  )
})

const functions = (snippet: string): string => `
import { http } from '@google-cloud/functions-framework'

${snippet}
const handler = async (req, res) => {
  if (req.path === '/items') res.json({ method: req.method })
  else if (req.path === '/private') res.sendStatus(req.get('Authorization') === undefined ? 401 : 200)
  else if (req.path === '/only-get') res.sendStatus(req.method === 'GET' ? 200 : 405)
  else if (req.path === '/boom') throw new Error('boom')
  else if (req.path === '/bad') res.sendStatus(502)
  else res.sendStatus(404)
}

http('api', withCors(handler))
`
