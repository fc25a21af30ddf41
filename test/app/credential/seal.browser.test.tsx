import { render } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { expect, test } from 'vitest'
import { Artwork } from '../../../src/app/ui/artwork.tsx'
import type { Answer } from '../../../src/app/ui/seal.ts'
import { Seal } from '../../../src/app/ui/seal.tsx'

test('the seal says its name and stands still when all its answers are there', () => {
  const { getByRole, container } = render(() => (
    <Seal
      questions={{ integrity: 'passed', validity: 'passed', authority: 'warning', identity: 'unknown' }}
      size="card"
      label="four answers"
    >
      <Artwork seed="a" issuer="Westbridge College" />
    </Seal>
  ))
  expect(getByRole('img', { name: 'four answers' }).hasAttribute('data-live')).toBe(false)
  expect(container.querySelector('.artwork-initials')?.textContent).toBe('WC')
  expect(container.querySelectorAll('[style]')).toHaveLength(0)
})

test('an arc is drawn when its answer arrives, and the others stay as they are', () => {
  const [integrity, setIntegrity] = createSignal<Answer>('pending')
  const { getByRole, container } = render(() => (
    <Seal
      questions={{ integrity: integrity(), validity: 'passed', authority: 'passed', identity: 'passed' }}
      size="page"
      label="x"
    />
  ))
  const arcs = () => [...container.querySelectorAll('.seal-arc')]
  const [first, second] = arcs()
  const stroke = second?.querySelector('.seal-stroke')
  expect(first?.querySelector('.seal-stroke')).toBeNull()
  setIntegrity('failed')
  expect(getByRole('img').hasAttribute('data-live')).toBe(true)
  expect(arcs()[0]?.querySelectorAll('.seal-stroke')).toHaveLength(2)
  expect(arcs()[1]?.querySelector('.seal-stroke')).toBe(stroke)
})
