import { createGenerator } from 'ts-json-schema-generator'

/**
 * Returns the JSON Schema of a type. The published one allows properties that it doesn't know, for a report may get
 * new ones without a new `format`; `strict` allows none, so that tests notice what the type lacks.
 */
export const schemaOf = (path: string, type: string, { strict }: { readonly strict: boolean }): object =>
  createGenerator({
    path,
    type,
    tsconfig: 'src/tsconfig.json',
    skipTypeCheck: true,
    additionalProperties: !strict,
  }).createSchema(type)
