import { isObject, type Json } from '../model/json.ts'
import { addressOf, localName, type Stated, valuesOf, wordsOf, worthOf } from './ctdl.ts'
import { keysIn, type Things } from './document.ts'
import { pathwayLimits } from './limits.ts'
import type { Notices } from './notices.ts'
import { unjudged } from './requirement.ts'
import type { Requirement } from './types.ts'

/** Reads one `ceterms:ComponentCondition`, or what names it, of a step (by key). Null when it asks for nothing at all. */
export type ConditionReader = (value: Json, step: string) => Requirement | null

/** A reader of the conditions of one pathway: all of them together are bounded, and nothing it meets makes it fail. */
export function conditionReader(things: Things, notices: Notices): ConditionReader {
  const left = { conditions: pathwayLimits.conditions, links: pathwayLimits.links }

  function read(value: Json, step: string, path: readonly string[]): Requirement | null {
    const key = things.keyOf(value)
    const stated = things.things.get(key)?.stated ?? (isObject(value) ? [value] : undefined)
    if (stated === undefined) return unread('constraint_unread', step)
    if (key !== '' && path.includes(key)) return unread('circle_cut', step)
    if (path.length >= pathwayLimits.conditionDepth || left.conditions <= 0) return unread('too_many', step)
    left.conditions -= 1
    const nested = valuesOf(stated, 'hasCondition').flatMap((inner) => read(inner, step, [...path, key]) ?? [])
    return requirementOf(stated, targetsOf(stated, step), nested, step)
  }

  function targetsOf(stated: Stated, step: string): readonly Requirement[] {
    const all = keysIn(things, stated, 'targetComponent')
    const targets = all.slice(0, left.links)
    left.links -= targets.length
    const steps = targets.map((id): Requirement => ({ kind: 'step', id }))
    return targets.length < all.length ? [...steps, unread('too_many', step)] : steps
  }

  function requirementOf(stated: Stated, targets: readonly Requirement[], nested: readonly Requirement[], step: string) {
    const operator = operatorOf(stated)
    // What must not be there, and comparisons of values, are for the school to judge.
    const hasConstraint = valuesOf(stated, 'hasConstraint').length > 0 || (worthOf(stated, 'requiredConstraints') ?? 0) > 0
    if (hasConstraint || operator === 'not' || operator === 'other') notices.add('constraint_unread', step)
    if (operator === 'not') return { ...unjudged, ...saidOf(stated) }
    const asked = gathered(targets, nested, operator, requiredNumber(stated))
    const isUnread = hasConstraint || operator === 'other' || asked.count > asked.of.length
    const said = saidOf(stated)
    const [only] = asked.of
    if (only === undefined && !isUnread) return null
    if (only !== undefined && asked.of.length === 1 && !isUnread && !('name' in said) && !('description' in said)) return only
    return { kind: 'some', ...asked, count: Math.min(asked.count, asked.of.length), isUnread, ...said } as const
  }

  function unread(code: 'constraint_unread' | 'circle_cut' | 'too_many', step: string): Requirement {
    notices.add(code, step)
    return unjudged
  }

  return (value, step) => read(value, step, [])
}

type Operator = 'and' | 'or' | 'not' | 'other'

/** `logicalOperator:Or`, as a text, a reference or an alignment. What nobody states is taken as `And`, which claims the least. */
function operatorOf(stated: Stated): Operator {
  const [value] = valuesOf(stated, 'logicalOperator')
  if (value === undefined || value === null) return 'and'
  const address = addressOf(value) || valuesOf(isObject(value) ? [value] : [], 'targetNode').map(addressOf)[0] || ''
  const name = localName(address).toLowerCase()
  return name === 'and' || name === 'or' || name === 'not' ? name : 'other'
}

/** `ceterms:requiredNumber`: the publishing model writes 0 where nobody stated one. */
function requiredNumber(stated: Stated): number | null {
  const number = worthOf(stated, 'requiredNumber')
  return number !== undefined && number >= 1 ? Math.ceil(number) : null
}

/**
 * How many of what. The number speaks of the targets; the operator joins them, and what the conditions inside ask for. An operator that
 * we do not know asks for one at least.
 */
function gathered(targets: readonly Requirement[], nested: readonly Requirement[], operator: Operator, number: number | null) {
  const joined = (of: readonly Requirement[]) => ({ of, count: operator === 'and' ? of.length : Math.min(1, of.length) })
  if (number === null) return joined([...targets, ...nested])
  if (targets.length === 0 || nested.length === 0) return { of: [...targets, ...nested], count: number }
  const isUnread = number > targets.length
  return joined([{ kind: 'some', count: Math.min(number, targets.length), of: targets, isUnread }, ...nested])
}

function saidOf(stated: Stated): Pick<Extract<Requirement, { kind: 'some' }>, 'name' | 'description'> {
  const name = wordsOf(stated, 'name', pathwayLimits.name)
  const description = wordsOf(stated, 'description', pathwayLimits.description)
  return { ...(name && { name }), ...(description && { description }) }
}
