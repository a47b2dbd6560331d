import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Unpacks a ZIP archive whose files are stored uncompressed, and returns their names in its order. */
export function unpack(archive: string, directory: string): readonly string[] {
  const zip = readFileSync(archive)
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  const names: string[] = []
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const [length, extra, comment] = [28, 30, 32].map((field) => zip.readUInt16LE(at + field))
    const name = zip.toString('utf8', at + 46, at + 46 + (length ?? 0))
    const local = zip.readUInt32LE(at + 42)
    const data = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const file = join(directory, name)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, zip.subarray(data, data + zip.readUInt32LE(at + 24)))
    names.push(name)
    at += 46 + (length ?? 0) + (extra ?? 0) + (comment ?? 0)
  }
  return names
}
