import { createRequire } from 'node:module'
import { versionOfPackage } from '../servers/start/installed.ts'

/** A type of CloudFormation's specification, as far as values are held against it. */
type PropertyType =
  | { readonly type: 'string'; readonly allowedValues?: readonly string[] }
  | { readonly type: 'integer' | 'number' | 'boolean' | 'json' }
  | { readonly type: 'array' | 'map'; readonly element: PropertyType }
  | { readonly type: 'ref'; readonly reference: { readonly $ref: string } }
  | { readonly type: 'union'; readonly types: readonly PropertyType[] }

type Properties = Readonly<Record<string, { readonly type: PropertyType; readonly required?: boolean }>>

interface Specification {
  readonly lookup: (
    entity: 'resource',
    index: 'cloudFormationType',
    how: 'equals',
    name: string,
  ) => readonly { readonly properties: Properties }[]
  readonly get: (entity: 'typeDefinition', id: string) => { readonly properties: Properties }
}

const fromServers = createRequire(new URL('../servers/package.json', import.meta.url))

let loaded: Specification | null = null
const specification = (): Specification => {
  loaded ??= (
    fromServers('@aws-cdk/aws-service-spec') as { readonly loadAwsServiceSpecSync: () => Specification }
  ).loadAwsServiceSpecSync()
  return loaded
}

/** Returns what is wrong with the properties of a resource by the specification of AWS: nothing, where it is right. */
export function wrongProperties(type: string, properties: unknown): readonly string[] {
  const [resource] = specification().lookup('resource', 'cloudFormationType', 'equals', type)
  return resource === undefined ? [`${type} is no type`] : wrongRecord(resource.properties, properties, type)
}

function wrongRecord(known: Properties, value: unknown, at: string): readonly string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${at} is no record`]
  const record = value as Readonly<Record<string, unknown>>
  return [
    ...Object.entries(known).flatMap(([name, { required }]) =>
      required === true && !(name in record) ? [`${at}.${name} is missing`] : [],
    ),
    ...Object.entries(record).flatMap(([name, inner]) => {
      const property = known[name]
      return property === undefined
        ? [`${at}.${name} is unknown`]
        : wrongValue(property.type, inner, `${at}.${name}`)
    }),
  ]
}

function wrongValue(type: PropertyType, value: unknown, at: string): readonly string[] {
  // What another resource is known by, once it is there.
  if (typeof value === 'object' && value !== null && 'Ref' in value) return []
  const unless = (right: boolean): readonly string[] =>
    right ? [] : [`${at} is ${JSON.stringify(value)}, not of type ${type.type}`]
  switch (type.type) {
    case 'string':
      return unless(typeof value === 'string' && (type.allowedValues?.includes(value) ?? true))
    case 'integer':
      return unless(Number.isInteger(value))
    case 'number':
    case 'boolean':
      return unless(typeof value === type.type)
    case 'array':
      if (!Array.isArray(value)) return unless(false)
      return value.flatMap((item, i) => wrongValue(type.element, item, `${at}[${i}]`))
    case 'map':
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return unless(false)
      return Object.entries(value).flatMap(([name, item]) => wrongValue(type.element, item, `${at}.${name}`))
    case 'ref':
      return wrongRecord(specification().get('typeDefinition', type.reference.$ref).properties, value, at)
    case 'union':
      return type.types.some((one) => wrongValue(one, value, at).length === 0) ? [] : unless(false)
    case 'json':
      return []
  }
}

/** Returns the resources of a template in YAML, as CloudFormation reads them. */
export function readTemplate(yaml: string): unknown {
  const { parse } = fromServers('yaml') as {
    readonly parse: (text: string, options: { readonly customTags: readonly unknown[] }) => unknown
  }
  return parse(yaml, { customTags: [{ tag: '!Ref', resolve: (name: string) => ({ Ref: name }) }] })
}

/** What templates are read with, and held against. */
export const cloudFormationHere = (): string =>
  `yaml ${versionOfPackage('yaml')} and the CloudFormation specification (aws-service-spec ${versionOfPackage('@aws-cdk/aws-service-spec')})`
