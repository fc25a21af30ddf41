import type { Json, JsonObject } from '../../src/core/model/json.ts'

/** One change to one place of a document. */
export interface Mutation {
  readonly name: string
  readonly document: JsonObject
}

/** Every way in which one place of a document is changed here: dropped, altered, retyped, added to, emptied. */
export function mutationsOf(document: JsonObject): readonly Mutation[] {
  return placesIn(document, []).flatMap((path) => changesAt(document, path))
}

type Path = readonly (string | number)[]

function placesIn(value: Json | undefined, path: Path): readonly Path[] {
  if (Array.isArray(value)) return [path, ...value.flatMap((item, index) => placesIn(item, [...path, index]))]
  if (typeof value === 'object' && value !== null)
    return [path, ...Object.entries(value).flatMap(([name, member]) => placesIn(member, [...path, name]))]
  return [path]
}

function changesAt(document: JsonObject, path: Path): readonly Mutation[] {
  const value = valueAt(document, path)
  const variants: [string, Json | undefined][] = [...alterations(value)]
  if (path.length > 0) variants.push(['drop', undefined])
  return variants.map(([name, changed]) => ({
    name: `${name} /${path.join('/')}`,
    document: replaced(document, path, changed) as JsonObject,
  }))
}

function* alterations(value: Json | undefined): Generator<[string, Json]> {
  if (typeof value === 'string') {
    yield ['append a space to', `${value} `]
    yield ['alter', value.length > 1 ? `${value.slice(0, -1)}${value.endsWith('x') ? 'y' : 'x'}` : 'xx']
    yield ['retype to number', 7]
    yield ['retype to list', [value]]
    yield ['retype to object', { id: value }]
    yield ['empty', '']
    yield ['null', null]
  } else if (typeof value === 'number') {
    yield ['add one to', value + 1]
    yield ['retype to text', String(value)]
  } else if (typeof value === 'boolean') {
    yield ['turn', !value]
    yield ['retype to text', String(value)]
  } else if (Array.isArray(value)) {
    yield ['empty', []]
    if (value.length > 1) yield ['reverse', [...value].reverse()]
    yield ['repeat the first of', [...value, value[0] as Json]]
    yield ['add text to', [...value, 'https://added.example/']]
  } else if (typeof value === 'object' && value !== null) {
    yield ['add an unknown member to', { ...value, unheardOf: 'added' }]
    yield ['add a known member to', { ...value, description: 'added' }]
    yield ['add an id to', { ...value, id: 'https://added.example/' }]
    yield ['add an address-named member to', { ...value, 'https://schema.org/name': 'added' }]
    yield ['empty', {}]
  }
}

function valueAt(value: Json | undefined, path: Path): Json | undefined {
  return path.reduce<Json | undefined>((at, step) => (at as Record<string, Json>)[step as string], value)
}

function replaced(value: Json | undefined, path: Path, change: Json | undefined): Json | undefined {
  const [step, ...rest] = path
  if (step === undefined) return change
  if (Array.isArray(value)) {
    const items = [...value]
    const item = replaced(items[step as number], rest, change)
    if (item === undefined) items.splice(step as number, 1)
    else items[step as number] = item
    return items
  }
  const { [step as string]: old, ...others } = value as JsonObject
  const member = replaced(old, rest, change)
  return member === undefined ? others : { ...others, [step]: member }
}
