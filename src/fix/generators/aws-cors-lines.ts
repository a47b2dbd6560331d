import type { CorsPolicy } from '../policy/policy.ts'
import { awsMaxAge } from './cloud-limits.ts'
import { yamlList } from './yaml-lines.ts'

/** Returns the CORS properties, which are the same in an HTTP API and in a function URL. */
export const awsCorsLines = ({
  origins,
  methods,
  headers,
  exposed,
  credentials,
  maxAge,
}: CorsPolicy): readonly string[] => [
  ...yamlList('AllowOrigins', origins === '*' ? ['*'] : origins),
  ...yamlList('AllowMethods', methods),
  ...yamlList('AllowHeaders', headers),
  ...yamlList('ExposeHeaders', exposed),
  ...(credentials ? ['AllowCredentials: true'] : []),
  ...(maxAge === null ? [] : [`MaxAge: ${awsMaxAge(maxAge)}`]),
]
