import type { Schema, Validator } from '@cfworker/json-schema'
import type { JsonObject } from './model/json.ts'

/** One thing that a document breaks of a JSON Schema. */
export interface SchemaViolation {
  /** JSON pointer into the document. */
  readonly at: string
  /** The keyword of the schema that was not met. */
  readonly keyword: string
}

type Load = () => Promise<{ readonly default: unknown }>

const base = 'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/'

/** The published schemas that ours stand for, by address. */
const shipped: ReadonlyMap<string, Load> = new Map<string, Load>([
  [`${base}ob_v3p0_achievementcredential_schema.json`, () => import('../../schemas/open-badges-3.0/achievement-credential.json')],
  [
    `${base}ob_v3p0_anyachievementcredential_schema.json`,
    () => import('../../schemas/open-badges-3.0/any-achievement-credential.json'),
  ],
  [`${base}ob_v3p0_endorsementcredential_schema.json`, () => import('../../schemas/open-badges-3.0/endorsement-credential.json')],
  [`${base}ob_v3p0_profile_schema.json`, () => import('../../schemas/open-badges-3.0/profile.json')],
])

/** Keywords that only pass on what another one found. */
const applicators: ReadonlySet<string> = new Set([
  '$ref',
  'allOf',
  'anyOf',
  'properties',
  'additionalProperties',
  'propertyNames',
  'items',
  'additionalItems',
])

/** Validators are built once: following every `$ref` costs more than validating. */
const validators = new Map<string, Promise<Validator>>()

/** The addresses of the published schemas that `schemaViolations` knows. */
export const shippedSchemas: readonly string[] = [...shipped.keys()]

/**
 * What a document breaks of the published schema at an address: the innermost places first; nothing when it conforms;
 * null for an address that we do not ship.
 */
export async function schemaViolations(document: JsonObject, address: string): Promise<readonly SchemaViolation[] | null> {
  const load = shipped.get(address)
  if (load === undefined) return null
  const validator = validators.get(address) ?? build(load)
  validators.set(address, validator)
  const { valid, errors } = (await validator).validate(document)
  if (valid) return []
  const found = errors.map(({ instanceLocation, keyword }) => ({ at: instanceLocation.replace(/^#/, ''), keyword }))
  const telling = found.filter(({ keyword }) => !applicators.has(keyword))
  return (telling.length > 0 ? telling : found).sort((one, other) => depth(other.at) - depth(one.at))
}

async function build(load: Load): Promise<Validator> {
  const [{ Validator }, definitions, schema] = await Promise.all([
    import('@cfworker/json-schema'),
    import('../../schemas/open-badges-3.0/definitions.json'),
    load(),
  ])
  // The library notes on each schema where it lies, so it gets copies of its own.
  const validator = new Validator(structuredClone(schema.default) as Schema, '2019-09')
  validator.addSchema(structuredClone(definitions.default))
  return validator
}

function depth(at: string): number {
  return at.split('/').length
}
