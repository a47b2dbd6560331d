import { findDifference } from './wasm/find-difference.ts'
import { findStructure } from './wasm/find-structure.ts'
import { moduleOf } from './wasm/module.ts'

/** How many bytes of text it takes at once. */
const ROOM = 1 << 20
/** It reads 64 bytes at a time. */
const STEP = 64
const PAGE = 1 << 16
/** As many marks as bytes, four bytes each, and one place more. */
const PAGES = Math.ceil((ROOM + STEP + 4 * (ROOM + 1)) / PAGE)
/** Stands after the last mark; no text is that long. */
const BEYOND = 0x7fff_ffff

interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer }
  findStructure(from: number, to: number, out: number): number
  findDifference(from: number, other: number, to: number): number
}

/** Finds where JSON text has quotes, brackets, commas and colons, in WebAssembly: many bytes at a time. */
export class StructureFinder {
  /** The text has to lie here. */
  readonly room: Uint8Array
  /** Where in the room the marks are; more of them than the text has bytes are never found. */
  readonly marks: Int32Array
  /** Where the text may be wrong inside of a string; what comes after that place is ignored. */
  doubt = BEYOND
  readonly #exports: Exports

  constructor(exports: Exports) {
    const { buffer } = exports.memory
    this.#exports = exports
    this.room = new Uint8Array(buffer, 0, ROOM)
    this.marks = new Int32Array(buffer, ROOM + STEP)
  }

  /** Finds the marks of the text from a place on that is outside of strings; returns how many there are. */
  find(from: number, to: number): number {
    const { room, marks } = this
    new Uint8Array(room.buffer, to, STEP).fill(SPACE)
    const end = this.#exports.findStructure(from, to, ROOM + STEP)
    const count = (end - ROOM - STEP) / 4
    const doubt = marks[count] ?? -1
    this.doubt = doubt < 0 ? BEYOND : doubt
    marks[count] = BEYOND
    return count
  }

  /** Reports from which place on bytes differ from those at another place: at `to` or beyond if none before does. */
  difference(from: number, other: number, to: number): number {
    return from + this.#exports.findDifference(from, other, to)
  }
}

const SPACE = 0x20

/** Those that nobody needs now: each has some megabytes. */
const idle: StructureFinder[] = []
let compiled: object | null | undefined

/** Returns a finder, or null if the platform has no WebAssembly, or a policy forbids it. */
export function borrowFinder(): StructureFinder | null {
  // What runs in browsers is built without: their policies forbid it.
  if (typeof WebAssembly === 'undefined') return null
  const known = idle.pop()
  if (known !== undefined) return known
  try {
    compiled ??= new WebAssembly.Module(moduleOf([findStructure(), findDifference()], PAGES))
    return new StructureFinder(new WebAssembly.Instance(compiled).exports as Exports)
  } catch {
    return null
  }
}

/** Takes a finder back. */
export function returnFinder(finder: StructureFinder): void {
  if (idle.length === 0) idle.push(finder)
}
