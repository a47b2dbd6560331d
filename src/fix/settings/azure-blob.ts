import { host } from '../fingerprints/sign.ts'
import { unchecked } from '../generators/proof.ts'
import { shell } from '../generators/quote/shell.ts'
import { defineSetting, originsOf } from './setting.ts'

/** The CORS setting of Azure Storage. */
export default defineSetting({
  id: 'azure-blob',
  title: 'Azure Storage',
  kind: 'product',
  language: 'shell',
  docs: 'https://learn.microsoft.com/rest/api/storageservices/cross-origin-resource-sharing--cors--support-for-the-azure-storage-services',
  syntax: shell,
  proof: unchecked("it follows the vendor's documentation and source, and was not run"),
  fixed: ['credentials'],
  signs: [host('high', /\.(blob|file|queue|table|dfs)\.core\.windows\.net$/)],
  write: (policy) => ({
    lines: [
      `az storage cors add --account-name ACCOUNT --services b --origins ${originsOf(policy).map(shell.literal).join(' ')} --methods ${policy.methods.map(shell.literal).join(' ')} --allowed-headers ${shell.literal(policy.headers.length === 0 ? '*' : policy.headers.join(','))} --exposed-headers ${shell.literal(policy.exposed.length === 0 ? '*' : policy.exposed.join(','))} --max-age ${policy.maxAge ?? 0}`,
    ],
    where:
      'In a shell with the Azure CLI (`b` blobs, `f` files, `q` queues, `t` tables); or Storage account, Settings, Resource sharing (CORS). It takes effect without a restart.',
    notes: ['A preflight needs one rule that covers origin, method and every header.'],
  }),
})
