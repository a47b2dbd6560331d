import type { EngineId } from '../../engines/engine.ts'
import { chromiumHeaders } from './chromium-headers.ts'
import { firefoxHeaders } from './firefox-headers.ts'
import type { BrowserHeaders } from './sent-headers.ts'
import { webkitHeaders } from './webkit-headers.ts'

/** The headers of each browser. The standard defines no order, so it uses Chromium's. */
export const browserHeaders: Readonly<Record<EngineId, BrowserHeaders>> = {
  chromium: chromiumHeaders,
  firefox: firefoxHeaders,
  webkit: webkitHeaders,
  spec: chromiumHeaders,
}
