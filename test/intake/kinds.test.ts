import { describe, expect, it } from 'vitest'
import { fileKind } from '../../src/intake/file-kind.ts'
import { textKind } from '../../src/intake/text-kind.ts'

describe('a file is called what it is', () => {
  const bytes = (text: string) => Uint8Array.from(text, (one) => one.charCodeAt(0))
  it.each([
    ['\x89PNG\r\n\x1a\n\0\0', 'a PNG image'],
    ['\xff\xd8\xff\xe0', 'a JPEG image'],
    ['%PDF-1.7', 'a PDF'],
    ['RIFF\x10\0\0\0WEBPVP8 ', 'a WebP image'],
    ['\0\0\0\x20ftypisom', 'a video'],
    ['\0\0\0\x20ftypavif', 'an image'],
    ['<!DOCTYPE html><html>', 'an HTML page'],
    ['<?xml version="1.0"?><svg>', 'an SVG image'],
    ['MZ\x90\0', 'a program'],
    ['hello there', 'a text'],
    ['\0\x01\x02\x03\x04\x05', 'a binary file'],
    ['', 'an empty file'],
    ['\ufeff{"log":{}}'.replace('\ufeff', '\xef\xbb\xbf'), null],
    ['\xff\xfe{\0"\0', null],
    ['  [1]', null],
  ])('%j', (text, kind) => expect(fileKind(bytes(text))).toBe(kind))
})

describe('a pasted text is told by its looks', () => {
  it.each([
    ['', 'nothing'],
    ['{"log": {"entries": []}}', 'har'],
    ["curl 'https://a.test'", 'curl'],
    ['$ curl https://a.test', 'curl'],
    ['HTTP/1.1 200 OK\nVary: Origin', 'headers'],
    ['Access-Control-Allow-Origin: *', 'headers'],
    ['access-control-allow-origin\n*', 'headers'],
    ['Origin: https://a.test\nHost: b\nwhat is this?', 'headers'],
    [
      "Access to fetch at 'https://a.test' from origin 'https://b.test' has been blocked by CORS policy: x",
      'words',
    ],
    ['Cross-Origin Request Blocked: … (Reason: CORS header ‘Access-Control-Allow-Origin’ missing).', 'words'],
    ['Origin https://a.test is not allowed by Access-Control-Allow-Origin. Status code: 200', 'words'],
    ['TypeError: Failed to fetch', 'words'],
    ['Failed to fetch', 'words'],
    ['PreflightMissingAllowOriginHeader', 'words'],
    ['allow-origin-missing', 'words'],
  ])('%j: %s', (text, kind) => expect(textKind(text)).toBe(kind))
})
