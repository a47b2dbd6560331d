import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RecorderExtension } from '../engines/recorder-extension.ts'

const manifest = {
  manifest_version: 3,
  name: 'WhyCORS test rules',
  version: '1',
  permissions: ['declarativeNetRequest'],
  host_permissions: ['<all_urls>'],
  declarative_net_request: { rule_resources: [{ id: 'rules', enabled: true, path: 'rules.json' }] },
}

const types = ['xmlhttprequest', 'image', 'script', 'other']
const rule = (id: number, urlFilter: string, action: object) => ({
  id,
  condition: { urlFilter, resourceTypes: types },
  action,
})
const setting = (header: string, operation: 'set' | 'remove', value?: string) => ({
  type: 'modifyHeaders',
  responseHeaders: [{ header, operation, ...(value === undefined ? {} : { value }) }],
})

/** What the extension does to requests whose URL ends in those names. */
const rules = [
  rule(1, '&at=rule-block|', { type: 'block' }),
  rule(2, '&at=rule-data|', { type: 'redirect', redirect: { url: 'data:text/plain,lab' } }),
  rule(3, '&at=rule-strips|', setting('Access-Control-Allow-Origin', 'remove')),
  rule(4, '&at=rule-adds|', setting('Access-Control-Allow-Origin', 'set', '*')),
  rule(5, '&at=rule-moves|', {
    type: 'redirect',
    redirect: { transform: { queryTransform: { addOrReplaceParams: [{ key: 'at', value: 'moved' }] } } },
  }),
]

/** Returns an extension that changes what it is about, by rules. */
export function writeRulesExtension(): Omit<RecorderExtension, 'page'> {
  const directory = mkdtempSync(join(tmpdir(), 'whycors-extension-'))
  writeFileSync(join(directory, 'manifest.json'), JSON.stringify(manifest))
  writeFileSync(join(directory, 'rules.json'), JSON.stringify(rules))
  return { directory, remove: () => rmSync(directory, { recursive: true, force: true }) }
}
