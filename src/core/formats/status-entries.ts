import type { StatusEntry } from '../model/credential.ts'
import { idOf, isObject, type Json, type JsonObject, listOf, memberOf, stringsOf } from '../model/json.ts'
import { stated } from './readers.ts'

/** `credentialStatus`: every entry is kept, whatever it is, for one that cannot be understood must be said, not passed over. */
export function readStatusEntries(value: Json | undefined): readonly StatusEntry[] {
  return listOf(value).map(readStatusEntry)
}

function readStatusEntry(entry: Json): StatusEntry {
  const members = isObject(entry) ? entry : {}
  const id = idOf(entry)
  return { type: stringsOf(memberOf(members, 'type'))[0] ?? '', members, ...stated<Pick<StatusEntry, 'id'>>({ id }) }
}

/** The ways of status that the `status` claim of a token names (TSL §6), as entries like any other, also those that we do not know. */
export function tokenStatusEntries(claims: JsonObject): readonly StatusEntry[] {
  const status = memberOf(claims, 'status')
  return isObject(status) ? Object.entries(status).map(([way, members]) => tokenStatusEntry(way, members)) : []
}

function tokenStatusEntry(way: string, members: Json | undefined): StatusEntry {
  if (way !== 'status_list') return { type: way.slice(0, 80), members: {} }
  return { type: 'TokenStatusList', members: isObject(members) ? members : {} }
}
