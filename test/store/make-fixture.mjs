// Writes test/store/fixtures: a wallet as an earlier version of Satchel left it on disk, made by the code of that time.
//
//   node test/store/make-fixture.mjs contents                    what is put into each (today's test issuer signs it)
//   git worktree add /tmp/old 07bdb85                            the last commit of a version, its node_modules linked into it
//   node test/store/make-fixture.mjs 1 /tmp/old
//
// Version 1 is 07bdb85, version 3 is ae4b96d, version 4 is d4c1410. Version 2 has no commit of its own: it is ae4b96d without its last
// step.
import 'fake-indexeddb/auto'
import { readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'vite'

const fixtures = new URL('fixtures/', import.meta.url)
const at = '2026-03-14T09:26:53.000Z'
const [what, root] = process.argv.slice(2)

if (what === 'contents') await save('contents', await contents())
else
  await save(
    `version-${what}`,
    await wallet(Number(what), JSON.parse(await readFile(new URL('contents.json', fixtures), 'utf8'))),
  )

function save(name, value) {
  return writeFile(new URL(`${name}.json`, fixtures), `${JSON.stringify(value)}\n`)
}

/** What a learner might have had: five credentials (one of them a record), and one of everything else. */
function contents() {
  return withCode(new URL('../..', import.meta.url).pathname, async (load) => {
    const [{ issue }, { issueClr2 }, { issuerOf }, { badgePng, dataUri }] = await Promise.all(
      ['issue', 'clr2', 'issuers', 'pictures'].map((name) => load(`/test/issuer/${name}.ts`)),
    )
    const minimal = { content: 'minimal' }
    const tiny = badgePng({ size: 8 })
    const kestrel = issuerOf('kestrel', { identity: 'did:web', key: 'P-256' })
    const issued = {
      'badge.json': await issue({ ...minimal, id: 'urn:uuid:1', change: named('Cartography') }),
      'older.json': await issue({ ...minimal, id: 'urn:uuid:2', dataModel: '1.1', change: named('Première œuvre') }),
      'badge.jwt': await issue({ ...minimal, id: 'urn:uuid:3', issuer: kestrel, jwt: {}, change: named('Sailing') }),
      'pictured.json': await issue({ ...minimal, id: 'urn:uuid:4', change: named('Bookbinding', dataUri(tiny, 'image/png')) }),
      'record.json': await issueClr2({ count: 2 }),
    }
    return {
      at,
      sources: Object.entries(issued).map(([name, { text, credential }]) => ({
        name,
        title: credential.name,
        text: name.endsWith('.json') ? JSON.stringify(JSON.parse(text)) : text,
      })),
      settings: {
        language: 'es',
        appearance: 'dark',
        identities: ['mailto:ada@example.org', 'urn:student:1815'],
        walletLayout: 'list',
        walletSort: 'title',
      },
      picture: {
        url: 'https://westbridge.example/badge.png',
        base64: Buffer.from(tiny).toString('base64'),
        mediaType: 'image/png',
      },
      copy: { url: 'https://westbridge.example/.well-known/did.json', text: '{"id":"did:web:westbridge.example"}' },
      log: ['westbridge.example', 'kestrel.example', 'w3id.org'].map((host) => ({
        at,
        host,
        purpose: 'issuer',
        outcome: 'fetched',
        bytes: 815,
        milliseconds: 12,
      })),
      list: { id: 'a-list', name: 'Schools of the valley', issuer: 'did:web:kestrel.example', changedAt: at },
      pin: {
        issuer: 'https://westbridge.example/issuer',
        name: 'Westbridge College',
        thumbprints: ['NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs'],
        since: at,
      },
      vocabulary: { url: 'https://vocabulary.example/v1', digest: '00'.repeat(32), text: '{"@context":{}}', fetchedAt: at },
    }
  })
}

/** Called so, as a credential and as an achievement. */
function named(name, image) {
  return (credential) => {
    const { credentialSubject: subject } = credential
    const achievement = { ...subject.achievement, name, ...(image && { image: { id: image, type: 'Image' } }) }
    return { ...credential, name, credentialSubject: { ...subject, achievement } }
  }
}

/** A database of that version with these contents, and the raw bytes of its device key. */
function wallet(version, given) {
  return withCode(root, async (load) => {
    const deviceKeys = keepRawKeys()
    const [{ migrations }, { inspect }, { doorTo }, { openVault }] = await Promise.all(
      ['src/store/migrations', 'src/core/verify', 'test/issuer/door', 'src/store/vault'].map((name) => load(`/${name}.ts`)),
    )
    migrations.splice(version)
    const vault = openedOf(done(await openVault({ stretch })))
    await fill(vault, version, given, await entriesOf(given, inspect, doorTo(new Map())))
    vault.close()
    return { version, stores: await dump(version), deviceKey: deviceKeys.only() }
  })
}

/** A device key wraps the data key of a new wallet: nothing is stretched. */
function stretch() {
  throw new Error('a passphrase was asked for')
}

/** Up to version 3 opening gives the vault itself; from then on it may be locked. */
function openedOf(opened) {
  return opened.vault ?? opened
}

async function entriesOf({ sources }, inspect, open) {
  const context = { now: new Date(at), open, audience: 'holder', identities: [] }
  const inspections = await Promise.all(
    sources.map(({ name, text }) => inspect({ name, bytes: new TextEncoder().encode(text) }, context)),
  )
  return inspections.flat().map((inspection, index) => {
    if (!inspection.credential) throw new Error(`no credential: ${JSON.stringify(inspection.report.error)}`)
    return { ...inspection, addedAt: new Date(Date.parse(at) + index * 60_000).toISOString(), example: false }
  })
}

async function fill(vault, version, { settings, picture, copy, log, list, pin, vocabulary }, entries) {
  done(await vault.add(entries))
  done(await vault.saveSettings(settings))
  done(
    await vault.keepPicture({
      url: picture.url,
      bytes: Buffer.from(picture.base64, 'base64'),
      mediaType: picture.mediaType,
      fetchedAt: at,
    }),
  )
  const kept = { url: copy.url, finalUrl: copy.url, bytes: new TextEncoder().encode(copy.text), mediaType: 'application/json' }
  await vault.keeper.keep({ ...kept, fetchedAt: at })
  for (const line of log) await vault.keeper.log(line)
  if (version >= 2) {
    const origin = { source: 'own-list', name: list.name, kind: 'production', url: '' }
    const entriesOfList = new Map([[list.issuer, { name: 'Kestrel Institute' }]])
    const read = { name: list.name, kind: 'production', asOf: at, entries: entriesOfList, complete: true }
    done(
      await vault.keepList(
        { id: list.id, origin, isOn: true, addedAt: at, list: read, triedAt: at, trouble: null },
        list.changedAt,
      ),
    )
    done(await vault.keepPin(pin))
  }
  if (version >= 3) done(await vault.keepVocabulary(vocabulary))
  if (version >= 4) done(await vault.holder.key('Ed25519'))
}

function done(attempt) {
  if (!attempt.ok) throw new Error(JSON.stringify(attempt.problem))
  return attempt.value
}

/** The device key cannot be exported, so its bytes are taken down while it is made. */
function keepRawKeys() {
  const raw = []
  const generateKey = crypto.subtle.generateKey.bind(crypto.subtle)
  crypto.subtle.generateKey = async (algorithm, extractable, usages) => {
    if (extractable || algorithm.name !== 'AES-GCM') return generateKey(algorithm, extractable, usages)
    const bytes = await crypto.subtle.exportKey('raw', await generateKey(algorithm, true, usages))
    raw.push(bytes)
    return crypto.subtle.importKey('raw', bytes, algorithm, false, usages)
  }
  return {
    only() {
      if (raw.length !== 1) throw new Error(`${raw.length} device keys were made`)
      return Buffer.from(raw[0]).toString('base64')
    },
  }
}

/** Every store as it is: how it was created, and its records in the order of their keys. */
async function dump(version) {
  const database = await settled(indexedDB.open('satchel'))
  if (database.version !== version) throw new Error(`the database has version ${database.version}`)
  const stores = []
  for (const name of database.objectStoreNames) {
    const store = database.transaction(name).objectStore(name)
    const [keys, values] = await Promise.all([settled(store.getAllKeys()), settled(store.getAll())])
    stores.push({
      name,
      keyPath: store.keyPath,
      autoIncrement: store.autoIncrement,
      indexes: [...store.indexNames].map((index) => ({ name: index, keyPath: store.index(index).keyPath })),
      records: values.map((value, index) => ({ ...(store.keyPath === null && { key: keys[index] }), value: plain(value) })),
    })
  }
  database.close()
  return stores
}

function settled(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

/** As JSON; the members named here are what `restore` in fixtures.ts turns back. */
function plain(value) {
  if (value instanceof CryptoKey) return { $deviceKey: value.usages }
  if (value instanceof ArrayBuffer) return { $buffer: Buffer.from(value).toString('base64') }
  if (ArrayBuffer.isView(value))
    return { $bytes: Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64') }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, plain(member)]))
}

async function withCode(folder, work) {
  const server = await createServer({
    root: folder,
    configFile: false,
    appType: 'custom',
    logLevel: 'error',
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
  })
  try {
    return await work((path) => server.ssrLoadModule(path))
  } finally {
    await server.close()
  }
}
