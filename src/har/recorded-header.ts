import type { Header } from '../fetch/header-list.ts'

/** A header that was checked: it has a name, and its value is one line without spaces around it. */
export class RecordedHeader implements Header {
  readonly name: string
  readonly value: string

  constructor(name: string, value: string) {
    this.name = name
    this.value = value
  }
}
