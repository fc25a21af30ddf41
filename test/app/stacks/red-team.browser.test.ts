import { expect, test } from 'vitest'
import { picturedThings } from '../../../src/app/features/stacks/take/things.ts'
import { focusName, stacksPath } from '../../../src/app/paths.ts'
import { noFilter, selectShown } from '../../../src/core/stack/select.ts'
import { badges, record } from '../../core/stack/fixtures.ts'
import { idOf, stackedOf, tellingIn } from './tellings.ts'

const english = await tellingIn('en')

const picturedIn = (stacked: ReturnType<typeof stackedOf>) =>
  picturedThings(selectShown({ ...stacked, filter: noFilter, focus: null, members: null }), new Map(), stacked, english)

test('a picture says of an example that it is one', () => {
  const stacked = stackedOf(badges({ name: 'Arc', award: { example: true } }))
  expect(picturedIn(stacked).get(idOf('Arc', stacked))?.under).toBe('Example, Westbridge College')
})

test('a picture does not say that a copy holds which a stranger signed', () => {
  const degree = { id: 'degree', name: 'Degree', type: 'BachelorDegree' }
  const copy = badges({ ...degree, by: 'Somebody', award: { issuerLevel: 'key', issuerKnownAs: '' } })
  const stacked = stackedOf([record({ defines: [degree] }), ...copy])
  expect(picturedIn(stacked).get(idOf('Degree', stacked))).toMatchObject({ under: 'Cannot tell', standing: 'cannot-tell' })
})

test('the address does not hold what is looked at in clear', () => {
  const id = 'url:westbridge.example/achievements/recovery-course'
  expect(stacksPath({ view: 'skills', focus: id })).toBe(`/stacks/?view=skills&focus=${focusName(id)}`)
  expect(stacksPath({ focus: focusName(id) })).toBe(stacksPath({ focus: id }))
  expect(focusName(id)).toMatch(/^[0-9a-f]{16}$/)
  expect(stacksPath({ focus: '' })).toBe('/stacks/')
})
