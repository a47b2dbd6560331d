import { notPrintable, type Syntax } from './syntax.ts'

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

/** XML: text, and values of attributes in quotes. https://www.w3.org/TR/xml/#syntax */
export const xml: Syntax = {
  refuses: notPrintable,
  literal: (value) => value.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character),
  comment: '',
}
