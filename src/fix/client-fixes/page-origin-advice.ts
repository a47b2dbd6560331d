import { get } from '../../fetch/header-list.ts'
import { originOf } from '../../fetch/origin.ts'
import { code, type Text, text } from '../../text/text.ts'
import type { Verdict } from '../../verdict/verdict.ts'

/** Returns how to give a page with the origin `null` a real origin, depending on what kind of page the recording shows. */
export function pageOriginAdvice({ exchange: { chain } }: Verdict): Text {
  const entry = chain[0].actual ?? chain[0].preflight
  const initiator = entry?.vendor.initiator ?? null
  const pages = [initiator?.frame?.url, initiator?.url, get(entry?.request.headers ?? [], 'Referer')]
  const file = pages.find((page) => /^file:/i.test(page ?? ''))
  if (file !== undefined && file !== null)
    return text`serve ${code(file)} from a local web server (${code('npx serve')}, ${code('python3 -m http.server')}) and open it there: the server can allow ${code('http://localhost')} with its port`
  const around = pages.map((page) => originOf(page ?? '')).find((origin) => origin !== 'null')
  if (around !== undefined)
    return text`give the frame an origin: add ${code('allow-same-origin')} to its ${code('sandbox')} if you control its content, or have the page at ${code(around)} send the request and pass the response in with ${code('postMessage')}`
  return text`open the page from a web server instead of from disk; in a sandboxed frame, add ${code('allow-same-origin')} or send the request from the page around it. Don't allow ${code('null')}: any site can send it`
}
