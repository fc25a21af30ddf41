import { expect, test } from 'vitest'
import { completed, type KeptReading } from '../../src/store/reading.ts'
import { entry } from './sample.ts'

const { source: _, ...reading } = entry('a')

test('a reading of today stays as it is', () => expect(completed(reading)).toEqual(reading))

test('a reading of an earlier release has a place for what was not known then', () => {
  const { associations: _1, definitions: _2, extensions: _3, linked: _4, ...credential } = reading.credential
  const { parts: _5, endorsements: _6, ...rest } = reading
  // As it lies on disk: what wrote it knew nothing of these members.
  const kept = { ...rest, credential } as unknown as KeptReading
  expect(completed(kept)).toEqual(reading)
})
