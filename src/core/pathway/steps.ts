import { isObject } from '../model/json.ts'
import { identifierKey } from '../stack/keys.ts'
import { addressOf, localName, pageOf, type Stated, typesOf, valuesOf, wordsOf, worthOf } from './ctdl.ts'
import { type Described, keysIn, type Things } from './document.ts'
import { pathwayLimits } from './limits.ts'
import type { PathwayStep } from './types.ts'

/** Whether a thing is a step: any `ceterms:…Component`, whatever its kind. */
export function isComponent({ types }: Described): boolean {
  return types.some((type) => type.endsWith('Component'))
}

/** What a component says of itself. */
export function stepOf(things: Things, component: Described): Omit<PathwayStep, 'id' | 'requires' | 'after'> {
  const { stated, types } = component
  const type = types.find((each) => each.endsWith('Component')) ?? ''
  const credentialType = typesOf(valuesOf(stated, 'credentialType').map((value) => ({ '@type': addressOf(value) })))[0]
  const points = worthOf(stated, 'pointValue')
  const credits = worthOf(stated, 'creditValue')
  return {
    // The class above all others says as little as the one for what fits nowhere.
    kind: type === 'PathwayComponent' ? 'Basic' : type.slice(0, -'Component'.length) || 'Basic',
    ...saidOf(things, component),
    ...(credentialType !== undefined && credentialType !== '' && { credentialType }),
    keys: keysOf(things, component),
    ...(points !== undefined && { points }),
    ...(credits !== undefined && { credits }),
  }
}

/** Its name, else the one of what it stands for; description and page. */
export function saidOf(things: Things, thing: Described): Pick<PathwayStep, 'name' | 'description' | 'url'> {
  const proxied = keysIn(things, thing.stated, 'proxyFor').map((key) => things.things.get(key)?.stated ?? [])
  const names = [thing.stated, ...proxied].map((stated) => wordsOf(stated, 'name', pathwayLimits.name))
  const description = wordsOf(thing.stated, 'description', pathwayLimits.description)
  const url = pageOf(thing.stated, 'subjectWebpage')
  return {
    name: names.find((name) => name !== undefined) ?? [],
    ...(description && { description }),
    ...(url !== undefined && { url }),
  }
}

/**
 * The keys of the real things that it stands for, and of itself. Names that mean something in this document only are none. `sourceData`
 * may be one file about many things, so of that only what is an identifier everywhere counts.
 */
function keysOf(things: Things, component: Described): readonly string[] {
  const proxied = keysIn(things, component.stated, 'proxyFor', 'proxyForList')
  const source = keysIn(things, component.stated, 'sourceData').filter((key) => /^(?:ctid|guid):/.test(key))
  const all = [component.key, ...proxied].flatMap((key) => [key, ...addressKeys(things.things.get(key)?.stated ?? [])])
  const lasting = [...new Set([...all, ...source])].filter((key) => /^(?:ctid|guid|url):/.test(key))
  return lasting.slice(0, pathwayLimits.keys).toSorted()
}

/** The keys of the addresses under which a document describes one thing. */
export function addressKeys(stated: Stated): readonly string[] {
  return stated.map((object) => identifierKey(addressOf(object)))
}

/** The unit of its credits as stated (`ceterms:creditUnitType`); empty for none. */
export function creditUnitOf({ stated }: Described): string {
  const units = valuesOf(valuesOf(stated, 'creditValue').filter(isObject), 'creditUnitType').filter((unit) => unit !== null)
  const named = units.flatMap((unit) => [
    addressOf(unit),
    ...(isObject(unit) ? valuesOf([unit], 'targetNode').map(addressOf) : []),
  ])
  return localName(named.find((name) => name !== '') ?? '')
}
