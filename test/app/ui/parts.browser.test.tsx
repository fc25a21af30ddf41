import { cleanup, render } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { Button, IconButton } from '../../../src/app/ui/button.tsx'
import { Dialog } from '../../../src/app/ui/dialog.tsx'
import { showToast, Toasts } from '../../../src/app/ui/toasts.tsx'

afterEach(cleanup)

describe('a dialog', () => {
  function show() {
    const [isOpen, setIsOpen] = createSignal(false)
    const rendered = render(() => (
      <>
        <Button onClick={() => setIsOpen(true)}>Ask</Button>
        <Dialog open={isOpen()} title="Erase everything?" onClose={() => setIsOpen(false)}>
          <Button onClick={() => setIsOpen(false)}>Cancel</Button>
        </Dialog>
      </>
    ))
    return { ...rendered, isOpen }
  }

  test('takes the focus, is named by its title, and gives the focus back', async () => {
    const { getByRole, findByRole, queryByRole } = show()
    const ask = getByRole('button', { name: 'Ask' })
    ask.focus()
    ask.click()
    const dialog = await findByRole('dialog', { name: 'Erase everything?' })
    expect(dialog.contains(document.activeElement)).toBe(true)
    getByRole('button', { name: 'Cancel' }).click()
    await vi.waitFor(() => expect(queryByRole('dialog')).toBeNull())
    expect(document.activeElement).toBe(ask)
  })

  test('knows that it was closed by the browser', async () => {
    const { getByRole, findByRole, isOpen } = show()
    getByRole('button', { name: 'Ask' }).click()
    const dialog = await findByRole('dialog')
    ;(dialog as HTMLDialogElement).close()
    await vi.waitFor(() => expect(isOpen()).toBe(false))
  })
})

describe('a toast', () => {
  test('is said to screen readers and can be undone once', async () => {
    const { getByRole, findByRole, queryByText } = render(() => <Toasts />)
    const run = vi.fn()
    showToast({ words: 'Removed from your wallet', action: { label: 'Undo', run } })
    expect(getByRole('status').textContent).toContain('Removed from your wallet')
    ;(await findByRole('button', { name: 'Undo' })).click()
    expect(run).toHaveBeenCalledOnce()
    expect(queryByText('Removed from your wallet')).toBeNull()
  })

  test('makes room: no more than three at a time', () => {
    render(() => <Toasts />)
    for (const words of ['one', 'two', 'three', 'four']) showToast({ words })
    expect([...document.querySelectorAll('.toast')].map((toast) => toast.textContent)).toEqual(['two', 'three', 'four'])
  })
})

describe('buttons', () => {
  test('submit nothing unless told to', () => {
    const { getByRole } = render(() => <IconButton icon="close" label="Close" />)
    expect(getByRole('button', { name: 'Close' })).toHaveProperty('type', 'button')
  })
})
