/** The first bytes of files, in hexadecimal, and what they mean: https://en.wikipedia.org/wiki/List_of_file_signatures */
const SIGNATURES: readonly (readonly [begins: string, is: string])[] = [
  ['89504e470d0a1a0a', 'a PNG image'],
  ['ffd8ff', 'a JPEG image'],
  ['47494638', 'a GIF image'],
  ['424d', 'a BMP image'],
  ['25504446', 'a PDF'],
  ['52617221', 'a RAR archive'],
  ['377abcaf271c', 'a 7-Zip archive'],
  ['28b52ffd', 'a Zstandard archive'],
  ['425a68', 'a bzip2 archive'],
  ['fd377a585a00', 'an xz archive'],
  ['0a0d0d0a', 'a packet capture (pcapng)'],
  ['d4c3b2a1', 'a packet capture (pcap)'],
  ['a1b2c3d4', 'a packet capture (pcap)'],
  ['53514c69746520666f726d6174', 'an SQLite database'],
  ['7f454c46', 'a program'],
  ['4d5a', 'a program'],
  ['cafebabe', 'a program'],
  ['0061736d', 'a WebAssembly module'],
  ['4f676753', 'an Ogg file'],
  ['494433', 'an MP3 file'],
  ['1a45dfa3', 'a WebM video'],
  ['774f4646', 'a font'],
  ['774f4632', 'a font'],
  ['d0cf11e0a1b11ae1', 'an old Office document'],
]

/** How texts begin that aren't JSON. */
const TEXTS: readonly (readonly [begins: RegExp, is: string])[] = [
  [/^<svg|^<\?xml[\s\S]{0,500}<svg/i, 'an SVG image'],
  [/^<!doctype html|^<html/i, 'an HTML page'],
  [/^<\?xml|^<[a-z][\w:-]*[\s>]/i, 'an XML file'],
  [/^%!PS/, 'a PostScript file'],
  [/^#!/, 'a script'],
  [/^-----BEGIN /, 'a key or certificate'],
  [/^(?:import|export|const|let|var|function|'use strict'|\/\*)/, 'JavaScript code'],
  [/^[\w-]+:\s/, 'YAML or plain text'],
]

/** How many bytes of a file are examined. */
export const HEAD_OF_FILE = 1024

/** Returns what a file is, judged by its first bytes ("a PNG image"), or null if it may be JSON. */
export function fileKind(head: Uint8Array): string | null {
  const bytes = head.subarray(0, HEAD_OF_FILE)
  if (bytes.length === 0) return 'an empty file'
  const hex = Array.from(bytes.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('')
  // Compressed content can't be recognized this way.
  if (/^(?:1f8b|504b0[35])/.test(hex)) return null
  const known = SIGNATURES.find(([begins]) => hex.startsWith(begins))
  if (known !== undefined) return known[1]
  if (/^52494646.{8}57454250/.test(hex)) return 'a WebP image'
  if (/^52494646/.test(hex)) return 'a video or sound'
  if (/^.{8}66747970/.test(hex)) return /^.{16}(?:61766966|68656963)/.test(hex) ? 'an image' : 'a video'
  // UTF-16 has a zero in every other byte.
  const text = new TextDecoder(/^(?:fffe|..00..00)/.test(hex) ? 'utf-16le' : 'utf-8')
    .decode(bytes)
    .trimStart()
  if (/^[[{]/.test(text)) return null
  return TEXTS.find(([begins]) => begins.test(text))?.[1] ?? (isBinary(text) ? 'a binary file' : 'a text')
}

/** Binary files have control characters, or bytes that aren't UTF-8. */
const isBinary = (text: string): boolean => {
  const odd = text.match(/[\p{Cc}\ufffd]/gu)?.filter((one) => !/[\t\n\r\f]/.test(one)).length ?? 0
  return odd > text.length / 20
}
