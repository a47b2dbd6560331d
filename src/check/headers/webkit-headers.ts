import { get, isName } from '../../fetch/header-list.ts'
import {
  type BrowserHeaders,
  contentLength,
  listOf,
  type Pairs,
  type SendingActual,
  type SendingPreflight,
} from './sent-headers.ts'

const USER_AGENT =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/60.5 Safari/605.1.15'
const preflight = (_sending: SendingPreflight): Pairs => []
const actual = (_sending: SendingActual): Pairs => []
void USER_AGENT
void get
void isName
void contentLength
void listOf
export const webkitHeaders: BrowserHeaders = {
  measured: 'WebKitGTK 2.50',
  preflight: (sending) => ({ http1: preflight(sending), http2: preflight(sending) }),
  actual: (sending) => ({ http1: actual(sending), http2: actual(sending) }),
}
