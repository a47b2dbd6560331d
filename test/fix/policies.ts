import type { CorsPolicy } from '../../src/fix/policy/policy.ts'

/** The origins that the policies of these tests allow. */
export const APP = 'https://app.example.com'
export const LOCAL = 'http://localhost:5173'

/** Policies that between them have every part, and leave every part out that may be left out. */
export const policies = {
  credentials: {
    origins: [LOCAL, APP],
    methods: ['DELETE', 'GET', 'PUT'],
    headers: ['authorization', 'content-type', 'x-request-id'],
    exposed: ['X-Total-Count'],
    credentials: true,
    maxAge: 7200,
  },
  'no-preflight': {
    origins: [APP],
    methods: ['GET'],
    headers: [],
    exposed: [],
    credentials: false,
    maxAge: null,
  },
  public: {
    origins: '*',
    methods: ['GET', 'PUT'],
    headers: ['x-request-id'],
    exposed: ['X-Total-Count'],
    credentials: false,
    maxAge: 600,
  },
  hostile: {
    origins: [
      'https://feature-branch-name-web.acme-preview.vercel.app',
      'http://[2001:db8::1]:8080',
      'https://a_b.example.',
    ],
    methods: ["PA'TCH", 'P|U`T'],
    headers: ["x-!#%&'*+.^_`|~", 'x-#0#program_name', "x-'+alert+'", 'x-%t%d%%'],
    exposed: ["X-'`|~", 'X-!#%&*'],
    credentials: true,
    maxAge: 0,
  },
} as const satisfies Record<string, CorsPolicy>
