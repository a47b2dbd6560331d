import express from './express.ts'
import expressPlain from './express-plain.ts'
import fastapi from './fastapi.ts'
import nginx from './nginx.ts'

/** Every kind of server that policies can be written for, in the order in which they are offered. */
export const generators = [express, expressPlain, nginx, fastapi] as const

/** The word after `--for`. */
export type GeneratorId = (typeof generators)[number]['id']
