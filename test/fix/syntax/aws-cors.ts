import type { CorsPolicy } from '../../../src/fix/policy/policy.ts'

/** What a policy is in the settings of an HTTP API and of a function URL. */
export const awsCors = ({
  origins,
  methods,
  headers,
  exposed,
  credentials,
  maxAge,
}: CorsPolicy): unknown => ({
  AllowOrigins: origins === '*' ? ['*'] : origins,
  ...(methods.length === 0 ? {} : { AllowMethods: methods }),
  ...(headers.length === 0 ? {} : { AllowHeaders: headers }),
  ...(exposed.length === 0 ? {} : { ExposeHeaders: exposed }),
  ...(credentials ? { AllowCredentials: true } : {}),
  ...(maxAge === null ? {} : { MaxAge: Math.min(maxAge, 86_400) }),
})
