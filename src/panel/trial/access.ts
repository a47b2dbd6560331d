import { createContext } from 'preact'

/** Asks for access to hosts; `elsewhere` where this document can't ask, and the background has to. */
export type RequestAccess = (hosts: readonly string[]) => Promise<'granted' | 'refused' | 'elsewhere'>

/** How the document that shows the panel asks for access. */
export const Access = createContext<RequestAccess>(() => Promise.resolve('elsewhere'))
