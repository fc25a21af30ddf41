import { limits } from '../limits.ts'
import type { SchemaReference } from '../model/credential.ts'
import type { JsonObject } from '../model/json.ts'
import type { FindingDetail, Outcome } from '../model/report.ts'
import { schemaViolations } from '../schemas.ts'
import type { Answer, Check } from './check.ts'

/** Kinds of reference whose `id` is the address of a JSON Schema. */
const jsonSchemaTypes = ['1EdTechJsonSchemaValidator2019', 'JsonSchema']

/** The kinds that W3C defines: one of these that cannot be followed leaves a question open. */
const w3cTypes = ['JsonSchema', 'JsonSchemaCredential']

/** Worst first. */
const severity: readonly Outcome[] = ['failed', 'unknown', 'warning', 'passed']

/** Most violations told of one schema. */
const mostTold = 10

/**
 * `structure.schema`: the document conforms to every JSON Schema it names. Left out when it names none. A schema of
 * 1EdTech or of anybody else that we do not ship is skipped, and that is said; a W3C one leaves the answer `unknown`.
 * OB 3.0 "Verification and Validation"; VC Data Model 2.0 §4.11; VC JSON Schema §2.
 */
export const structureSchema: Check = {
  id: 'structure.schema',
  async run({ credential }): Promise<Answer | null> {
    if (credential.schemas.length === 0) return null
    const schemas = distinct(credential.schemas)
    const looked = await Promise.all(schemas.slice(0, limits.schemas).map((schema) => remarksOn(credential.document, schema)))
    const details = [...looked.flat(), ...tooMany(schemas)]
    const worst = severity.flatMap((status) => details.find((detail) => detail.status === status) ?? [])[0]
    return {
      status: worst?.status ?? 'unknown',
      code: worst?.code ?? null,
      ...(worst?.facts ? { facts: worst.facts } : {}),
      evidence: { details },
    }
  },
}

async function remarksOn(document: JsonObject, { id, type }: SchemaReference): Promise<readonly FindingDetail[]> {
  const facts = { schema: id, type }
  const violations = jsonSchemaTypes.includes(type) ? await schemaViolations(document, id) : null
  if (violations === null) {
    return [{ status: w3cTypes.includes(type) ? 'unknown' : 'warning', code: 'schema_unknown', facts }]
  }
  if (violations.length === 0) return [{ status: 'passed', code: null, facts }]
  return violations
    .slice(0, mostTold)
    .map(({ at, keyword }) => ({ status: 'failed', code: 'schema_violated', at, facts: { ...facts, at, keyword } }))
}

function distinct(schemas: readonly SchemaReference[]): readonly SchemaReference[] {
  return [...new Map(schemas.map((schema) => [`${schema.type} ${schema.id}`, schema])).values()]
}

/** What is beyond the ceiling was not looked at, and that is said. */
function tooMany(schemas: readonly SchemaReference[]): readonly FindingDetail[] {
  if (schemas.length <= limits.schemas) return []
  return [{ status: 'unknown', code: 'schema_unknown', facts: { schemas: schemas.length } }]
}
