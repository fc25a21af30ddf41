import type { Schema, Validator } from '@cfworker/json-schema'
import { lazy } from './lazy.ts'
import type { JsonObject } from './model/json.ts'

/** One thing that a document breaks of a JSON Schema. */
export interface SchemaViolation {
  /** JSON pointer into the document. */
  readonly at: string
  /** The keyword of the schema that was not met. */
  readonly keyword: string
}

const spec = 'https://purl.imsglobal.org/spec/'

type SchemaFile = () => Promise<{ readonly default: unknown }>

/** The published schemas that ours stand for. */
const files: readonly (readonly [specification: string, name: string, load: SchemaFile])[] = [
  ['ob/v3p0', 'ob_v3p0_achievementcredential', () => import('../../schemas/open-badges-3.0/achievement-credential.json')],
  ['ob/v3p0', 'ob_v3p0_anyachievementcredential', () => import('../../schemas/open-badges-3.0/any-achievement-credential.json')],
  ['ob/v3p0', 'ob_v3p0_endorsementcredential', () => import('../../schemas/open-badges-3.0/endorsement-credential.json')],
  ['ob/v3p0', 'ob_v3p0_getopenbadgecredentialsresponse', () => import('../../schemas/open-badges-3.0/credentials-response.json')],
  ['ob/v3p0', 'ob_v3p0_profile', () => import('../../schemas/open-badges-3.0/profile.json')],
  ['clr/v2p0', 'clr_v2p0_clrcredential', () => import('../../schemas/clr-2.0/clr-credential.json')],
  ['clr/v2p0', 'clr_v2p0_achievementcredential', () => import('../../schemas/clr-2.0/achievement-credential.json')],
  ['clr/v2p0', 'clr_v2p0_endorsementcredential', () => import('../../schemas/clr-2.0/endorsement-credential.json')],
  ['clr/v2p0', 'clr_v2p0_getclrcredentialsresponse', () => import('../../schemas/clr-2.0/credentials-response.json')],
  ['clr/v2p0', 'clr_v2p0_profile', () => import('../../schemas/clr-2.0/profile.json')],
]

/** Each by both of its addresses: the one for plain JSON and the one for compacted JSON-LD answer with the same rules. */
const shipped: ReadonlyMap<string, () => Promise<Validator>> = new Map(
  files.flatMap(([specification, name, load]) => {
    // Built once: following every `$ref` costs more than validating.
    const validator = lazy(async () => build((await load()).default))
    return ['json', 'json-ld'].map((form) => [`${spec}${specification}/schema/${form}/${name}_schema.json`, validator] as const)
  }),
)

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

/** The addresses of the published schemas that `schemaViolations` knows. */
export const shippedSchemas: readonly string[] = [...shipped.keys()]

/**
 * What a document breaks of the published schema at an address: the innermost places first; nothing when it conforms;
 * null for an address that we do not ship.
 */
export async function schemaViolations(document: JsonObject, address: string): Promise<readonly SchemaViolation[] | null> {
  const load = shipped.get(address)
  if (load === undefined) return null
  const { valid, errors } = (await load()).validate(document)
  if (valid) return []
  const found = errors.map(({ instanceLocation, keyword }) => ({ at: instanceLocation.replace(/^#/, ''), keyword }))
  const telling = found.filter(({ keyword }) => !applicators.has(keyword))
  return (telling.length > 0 ? telling : found).sort((one, other) => depth(other.at) - depth(one.at))
}

async function build(schema: unknown): Promise<Validator> {
  const [{ Validator }, ...definitions] = await Promise.all([
    import('@cfworker/json-schema'),
    import('../../schemas/open-badges-3.0/definitions.json'),
    import('../../schemas/clr-2.0/definitions.json'),
  ])
  // The library notes on each schema where it lies, so it gets copies of its own.
  const validator = new Validator(structuredClone(schema) as Schema, '2019-09')
  for (const each of definitions) validator.addSchema(structuredClone(each.default))
  return validator
}

function depth(at: string): number {
  return at.split('/').length
}
