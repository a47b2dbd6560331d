import type { Option } from './options-in.ts'

/** What a command sends as a body, or adds to the query with `--get`. */
export interface CurlBody {
  /** null: nothing, or the content of a file. */
  readonly text: string | null
  readonly kind: 'none' | 'form data' | 'json' | 'multipart' | 'upload'
  readonly files: readonly string[]
}

/** Returns the body that a command's options specify. */
export function bodyOf(options: readonly Option[]): CurlBody {
  const data = options.filter(({ name }) => /^(data(-ascii|-binary|-raw|-urlencode)?|json)$/.test(name))
  const forms = options.filter(({ name }) => /^form(-string)?$/.test(name))
  const upload = options.findLast(({ name }) => name === 'upload-file')
  const files: string[] = []
  if (data.length > 0) {
    const parts: string[] = []
    let joined = ''
    for (const { name, value } of data) {
      const part = partOf(name, value)
      if (part.file !== null) files.push(part.file)
      if (joined !== '' && name !== 'json') parts.push('&')
      parts.push(part.text)
      joined = name
    }
    const kind = data.some(({ name }) => name === 'json') ? 'json' : 'form data'
    return { text: files.length > 0 ? null : parts.join(''), kind, files }
  }
  if (forms.length > 0) {
    for (const { name, value } of forms) {
      const file = name === 'form' ? /^[^=]*=[@<]([^;]*)/.exec(value)?.[1] : undefined
      if (file !== undefined) files.push(file)
    }
    return { text: null, kind: 'multipart', files }
  }
  if (upload === undefined) return { text: null, kind: 'none', files }
  return { text: null, kind: 'upload', files: [upload.value] }
}

interface Part {
  readonly text: string
  readonly file: string | null
}

function partOf(name: string, value: string): Part {
  if (name === 'data-urlencode') {
    const [, key = '', sign = '', content = value] = /^([^=@]*)([=@])(.*)$/s.exec(value) ?? []
    if (sign === '@') return { text: '', file: content }
    const encoded = encodeURIComponent(content).replaceAll('%20', '+')
    return { text: key === '' ? encoded : `${key}=${encoded}`, file: null }
  }
  if (name !== 'data-raw' && value.startsWith('@')) return { text: '', file: value.slice(1) }
  // curl strips these from files, but not from values.
  return { text: value, file: null }
}
