import type { CorsPolicy } from '../policy/policy.ts'
import { policyStatements } from './policy-statements.ts'
import { WHY_VARY } from './why-vary.ts'

/** Returns the statements that apply a policy with Express's `req` and `res`, up to the call of the next handler. */
export const expressLines = (policy: CorsPolicy): readonly string[] =>
  policyStatements(policy, {
    set: (name, value) => `res.set(${name}, ${value})`,
    origin: [`res.vary('Origin') // ${WHY_VARY}`, "const origin = req.get('Origin')"],
    isPreflight: "req.method === 'OPTIONS' && req.get('Access-Control-Request-Method')",
    answerPreflight: ['return res.sendStatus(204)'],
  })
