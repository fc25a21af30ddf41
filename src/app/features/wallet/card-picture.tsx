import { createResource, createSignal, type JSX, onCleanup, Show } from 'solid-js'
import type { Card } from '../../../store/types.ts'
import { sealedPicture } from '../../pictures.ts'
import { useServices } from '../../services.ts'
import { Artwork } from '../../ui/artwork.tsx'

/** The picture of a card: embedded, sealed in the store, or our own artwork. Nothing is fetched. */
export function CardPicture(props: { readonly card: Card }): JSX.Element {
  const { vault } = useServices()
  const sealed = () => (props.card.picture === '' || props.card.picture.startsWith('data:') ? null : props.card.picture)
  const [opened] = createResource(sealed, (name) => sealedPicture(vault, name))
  // Read only when it is there: a picture on its way must not suspend the list.
  const address = () => {
    if (props.card.picture.startsWith('data:image/')) return props.card.picture
    return sealed() !== null && opened.state === 'ready' ? opened() : null
  }
  // Words first: the many strokes of the artwork come a moment after what was typed has been answered.
  const [isDrawn, setIsDrawn] = createSignal(false)
  const timer = setTimeout(() => setIsDrawn(true), 20)
  onCleanup(() => clearTimeout(timer))
  return (
    <Show
      when={address()}
      fallback={
        <Show when={isDrawn()}>
          <Artwork seed={props.card.id} issuer={props.card.issuer} />
        </Show>
      }
    >
      {(source) => <img src={source()} alt="" decoding="async" />}
    </Show>
  )
}
