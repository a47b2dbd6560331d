import { APP, policies } from '../../policies.ts'
import { readFromEnv } from '../start/code-of.ts'

/** Policies whose origins are not all names in the code. */
export const originPolicies = {
  pattern: {
    ...policies.credentials,
    origins: [APP, 'https://shop-*-acme.vercel.app', 'https://pr-*.preview.example.com:8443'],
  },
  environment: readFromEnv({ ...policies.credentials, origins: [APP, 'https://admin.example.com'] }),
} as const
