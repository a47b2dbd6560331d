import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/**
 * Returns the names, versions and licenses of the packages of which something is in a bundle, as a text to ship with
 * it; '' if there are none. Throws if a package has no license file, or
 * a license that isn't on the list here: its terms couldn't be kept.
 */
export function thirdPartyNotices(metafiles) {
  const inputs = metafiles.flatMap(({ outputs }) =>
    Object.values(outputs).flatMap((output) =>
      Object.entries(output.inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : [])),
    ),
  )
  const folders = new Set(inputs.flatMap((path) => packageFolder(path) ?? []))
  const notices = new Map([...folders].map((folder) => noticeOf(folder)))
  return [...notices]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, text]) => text)
    .join(`\n${'-'.repeat(79)}\n\n`)
}

/** Returns the folder of the package that a file belongs to, null for a file of this project. */
function packageFolder(path) {
  const folder = /^(.*[\\/]?node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(path)?.[1]
  return folder === undefined ? null : resolve(folder)
}

/** What a package holds of somebody else's, which its own license file does not say. */
const HOLDS = {
  tldts:
    'It holds the Public Suffix List, https://publicsuffix.org/list/, under the Mozilla Public License 2.0:\nhttps://mozilla.org/MPL/2.0/',
}

/** Licenses whose terms are kept by shipping their text. */
const ALLOWED = /^(MIT|MPL-2\.0|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|BlueOak-1\.0\.0|Unlicense)$/

function noticeOf(folder) {
  const { name, version, license, repository, homepage } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  )
  const file = readdirSync(folder).find((one) => /^(licen[cs]e|copying)([.-]|$)/i.test(one))
  if (!ALLOWED.test(license))
    throw new Error(`${name} is under ${license}, which is not on the list of licenses, and is bundled`)
  if (file === undefined) throw new Error(`${name} has no license file, and is bundled`)
  const from = (repository?.url ?? repository ?? homepage ?? `https://www.npmjs.com/package/${name}`)
    .replace(/^git\+/, '')
    .replace(/^github:/, '')
    .replace(/^ssh:\/\/git@/, 'https://')
    .replace(/^(?=[\w.-]+\/[\w.-]+$)/, 'https://github.com/')
  const text = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim()
  const held = HOLDS[name] === undefined ? '' : `${HOLDS[name]}\n\n`
  return [`${name} ${version}`, `${name} ${version} (${license})\n${from}\n\n${held}${text}\n`]
}
