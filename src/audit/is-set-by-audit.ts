import { isName } from '../fetch/header-list.ts'

/** Reports whether a header is one that the requests of an audit differ in, or one of the connection. */
export const isSetByAudit = (name: string): boolean => NAMES.some((own) => isName(own, name))

const NAMES = [
  'Access-Control-Request-Headers',
  'Access-Control-Request-Method',
  'Connection',
  'Content-Length',
  'Host',
  'Origin',
  'Transfer-Encoding',
]
