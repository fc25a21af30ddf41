import { expect, test } from 'vitest'
import { registryAddress } from '../../../src/core/pathway/address.ts'

const ctid = 'ce-3f9295b8-9c7d-4314-a06d-235ab8d0bfaf'
const graph = `https://credentialengineregistry.org/graph/${ctid}`
const sandbox = `https://sandbox.credentialengineregistry.org/graph/${ctid}`

test.for([
  ['a bare CTID', ctid, graph],
  ['a CTID in capitals, with blanks around it', `  ${ctid.toUpperCase()}\n`, graph],
  ['the page of the finder', `https://credentialfinder.org/pathway/${ctid}`, graph],
  ['the page of the finder with its name', `https://credentialfinder.org/pathway/${ctid}/data-analyst?tab=1#top`, graph],
  ['an address without its scheme', `credentialfinder.org/pathway/${ctid}`, graph],
  ['a resource of the registry', `http://credentialengineregistry.org/resources/${ctid}`, graph],
  ['a resource of a community', `https://credentialengineregistry.org/navy/resources/${ctid}`, graph],
  ['its graph', graph, graph],
  ['a resource of the sandbox', `https://sandbox.credentialengineregistry.org/resources/${ctid}`, sandbox],
  ['the finder of the sandbox', `https://sandbox.credentialengine.org/finder/pathway/${ctid}`, sandbox],
  ['an address of somebody else', `https://school.example/pathways/${ctid}`, `https://school.example/pathways/${ctid}`],
  [
    'somebody who only looks like the registry',
    `https://credentialfinder.org.evil.example/${ctid}`,
    `https://credentialfinder.org.evil.example/${ctid}`,
  ],
  ['an http address', 'http://school.example/data.json', 'https://school.example/data.json'],
  ['a page of the finder without a CTID', 'https://credentialfinder.org/pathway/12', 'https://credentialfinder.org/pathway/12'],
] as const)('%s is read where its document is', ([, address, expected]) => {
  expect(registryAddress(address)).toBe(expected)
})

test.for([
  '',
  '   ',
  'data analyst',
  'pathway',
  'ftp://school.example/a.json',
  'javascript:alert(1)',
  'data:application/json,{}',
  'https://',
  'https://school',
  'ce-3f9295b8',
  'https://user:word@school.example/a',
  `https://school.example/${'a'.repeat(3000)}`,
])('no address: %s', (text) => {
  expect(registryAddress(text)).toBeNull()
})
