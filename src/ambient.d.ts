/**
 * The few platform names that the core uses and the ES2023 library lacks. They are the same in Node, browsers and
 * extensions. Declaring only these makes every other platform name an error in the core.
 */
interface URL {
  readonly href: string
  readonly origin: string
  readonly protocol: string
  readonly username: string
  readonly password: string
  readonly host: string
  readonly hostname: string
  readonly port: string
  readonly pathname: string
  readonly search: string
  readonly searchParams: { keys(): IterableIterator<string> }
  hash: string
}
declare var URL: {
  new (url: string, base?: string): URL
}
declare class TextDecoder {
  constructor(label?: string, options?: { readonly fatal?: boolean; readonly ignoreBOM?: boolean })
  decode(input?: Uint8Array, options?: { readonly stream?: boolean }): string
}
declare class TextEncoder {
  encode(input: string): Uint8Array
}
declare function atob(data: string): string
declare function btoa(data: string): string
interface ByteWriter {
  write(chunk: Uint8Array): Promise<void>
  close(): Promise<void>
}
declare class DecompressionStream {
  constructor(format: 'gzip' | 'deflate' | 'deflate-raw')
  readonly readable: {
    getReader(): {
      read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>
      cancel(): Promise<void>
    }
  }
  readonly writable: { getWriter(): ByteWriter }
}
declare namespace WebAssembly {
  class Module {
    constructor(bytes: Uint8Array)
  }
  class Instance {
    constructor(module: Module)
    readonly exports: object
  }
}
/** The HTTP client of Node, which runtimes without one lack: package.json says where it is. */
declare module '#network' {
  export const sendOverNetwork: import('./check/wire.ts').Send
  export const lookUp: import('./audit/existence.ts').LookUp
}
