// Packs what `node build.mjs` built: `npm run package` writes into dist/packages/
//   whycors-chrome-VERSION.zip, whycors-firefox-VERSION.zip   for the stores
//   whycors-source-VERSION.zip                                for their reviewers: what the other two are built from
// The same sources give the same bytes, on every machine: files in the order of their names, all of one date, and
// stored as they are, for compressed data differs from one zlib to the next.
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'

const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
const sources = [
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'LICENSE',
  'README.md',
  'build.mjs',
  'extension',
  'manifest.json',
  'package-lock.json',
  'package.json',
  'src',
  'tsconfig.base.json',
  'tsconfig.json',
]

rmSync('dist/packages', { recursive: true, force: true })
mkdirSync('dist/packages')
for (const browser of ['chrome', 'firefox']) pack(browser, `dist/${browser}/`, [''])
pack('source', '', sources)

/** Writes one package: the files at or below `paths`, which are relative to `base`. */
function pack(name, base, paths) {
  const files = paths.flatMap((path) => filesBelow(base, path)).sort()
  const zip = zipOf(files.map((file) => ({ name: file, data: readFileSync(base + file) })))
  const path = `dist/packages/whycors-${name}-${version}.zip`
  writeFileSync(path, zip)
  console.log(`${createHash('sha256').update(zip).digest('hex')}  ${path}`)
}

/** What an operating system leaves lying about (`.DS_Store`) belongs into no package. */
function filesBelow(base, path) {
  if (path !== '' && !statSync(base + path).isDirectory()) return [path]
  return readdirSync(base + path || '.')
    .filter((name) => !name.startsWith('.'))
    .flatMap((name) => filesBelow(base, path === '' ? name : `${path}/${name}`))
}

/** Returns a ZIP archive. https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3 */
function zipOf(files) {
  const parts = []
  const directory = []
  let offset = 0
  for (const { name, data } of files) {
    const path = Buffer.from(name)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0) // version needed: 2.0
    common.writeUInt16LE(0x0800, 2) // names are UTF-8
    common.writeUInt16LE(0, 4) // stored
    common.writeUInt16LE(0, 6) // 00:00
    common.writeUInt16LE((1 << 5) | 1, 8) // 1 January 1980, where the format's time begins
    common.writeUInt32LE(crc32(data), 10)
    common.writeUInt32LE(data.length, 14)
    common.writeUInt32LE(data.length, 18)
    common.writeUInt16LE(path.length, 22)
    parts.push(Buffer.from('PK\x03\x04'), common, path, data)

    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(0o100644 * 0x10000, 6) // a plain file that everybody may read
    rest.writeUInt32LE(offset, 10)
    const madeOnUnix = Buffer.from([20, 3])
    directory.push(Buffer.from('PK\x01\x02'), madeOnUnix, common, rest, path)
    offset += 30 + path.length + data.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(files.length, 4)
  end.writeUInt16LE(files.length, 6)
  end.writeUInt32LE(central.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...parts, central, Buffer.from('PK\x05\x06'), end])
}

function crc32(data) {
  let crc = ~0
  for (const byte of data) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return ~crc >>> 0
}
