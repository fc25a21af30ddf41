import type { Achievement, Alignment, Profile, Text } from '../model/credential.ts'
import { idOf, type JsonObject, listOf, memberOf } from '../model/json.ts'
import { readCriteria } from './achievement.ts'
import { languageOf, pictureIn, textIn } from './badge-text.ts'
import { objectsOf, readAddress, readAlignment, readProfile, readString, readStrings, stated } from './readers.ts'

/** A badge class under its id, as an achievement: without the document, all that is known is its id. */
export function readBadgeClass(id: string, badge: JsonObject): Achievement {
  const criteria = listOf(memberOf(badge, 'criteria'))[0]
  const narrative = inLanguageOf(badge, readCriteria(criteria).narrative)
  return {
    id,
    type: 'Badge',
    name: textIn(badge, 'name') ?? [],
    criteria: stated({ url: readAddress(criteria), narrative }),
    tags: readStrings(memberOf(badge, 'tags')),
    alignments: objectsOf(memberOf(badge, 'alignment')).flatMap((alignment) => readBadgeAlignment(alignment, badge)),
    otherIdentifiers: [],
    resultDescriptions: [],
    related: objectsOf(memberOf(badge, 'related')).flatMap(readRelated),
    ...stated<Partial<Achievement>>({
      description: textIn(badge, 'description'),
      image: pictureIn(badge),
      language: languageOf(badge),
      version: readString(memberOf(badge, 'version')),
    }),
  }
}

function inLanguageOf(object: JsonObject, text: Text | undefined): Text | undefined {
  const language = languageOf(object)
  return language === undefined ? text : text?.map((each) => ({ language, ...each }))
}

/** `AlignmentObject`: `targetName` and its like since Open Badges 2.0, `name`, `url` and `description` before. */
function readBadgeAlignment(alignment: JsonObject, badge: JsonObject): readonly Alignment[] {
  const either = (name: string, old: string) => memberOf(alignment, name) ?? memberOf(alignment, old)
  const read = readAlignment({
    ...alignment,
    targetName: either('targetName', 'name'),
    targetUrl: either('targetUrl', 'url'),
    targetDescription: either('targetDescription', 'description'),
  })
  return read.map(({ name, description, ...rest }) => ({
    ...rest,
    name: inLanguageOf(badge, name) ?? [],
    ...stated<Pick<Alignment, 'description'>>({ description: inLanguageOf(badge, description) }),
  }))
}

/** Another version of the same badge, often in another language (Open Badges 2.0 "Internationalization and Multilingual Badges"). */
function readRelated(related: JsonObject): Achievement['related'] {
  const id = idOf(related)
  const more = { language: languageOf(related), version: readString(memberOf(related, 'version')) }
  return id === undefined ? [] : [{ id, ...stated<Partial<Achievement['related'][number]>>(more) }]
}

/**
 * An issuer under its id: `Profile` or `Issuer` since Open Badges 1.1, `IssuerOrganization` in 1.0; in 0.5 it is known by its
 * origin, with an organization that it belongs to and a contact.
 */
export function readIssuer(id: string, issuer: JsonObject): Profile {
  const organization = textIn(issuer, 'org')
  return {
    ...readProfile(issuer),
    id,
    name: textIn(issuer, 'name') ?? [],
    ...stated<Partial<Profile>>({
      url: readAddress(memberOf(issuer, 'url')) ?? readAddress(memberOf(issuer, 'origin')),
      description: textIn(issuer, 'description'),
      image: pictureIn(issuer),
      email: readString(memberOf(issuer, 'email')) ?? readString(memberOf(issuer, 'contact')),
      phone: readString(memberOf(issuer, 'telephone')),
      parentOrg: organization && { id: '', name: organization, otherIdentifiers: [] },
    }),
  }
}
