import { createResource, createSignal, type JSX, Show } from 'solid-js'
import type { Award } from '../../../core/stack/types.ts'
import { sealedPicture } from '../../pictures.ts'
import { useServices } from '../../services.ts'
import { Artwork } from '../../ui/artwork.tsx'

/** The picture of an award: embedded, sealed in the store, or our own artwork. Nothing is fetched. */
export function AwardPicture(props: { readonly award: Award; readonly issuer: string }): JSX.Element {
  const { vault } = useServices()
  const [isBroken, setIsBroken] = createSignal(false)
  const stated = () => props.award.image?.url ?? ''
  const sealed = () => (stated() === '' || stated().startsWith('data:') ? null : stated())
  const [opened] = createResource(sealed, (name) => sealedPicture(vault, name))
  // Read only when it is there: a picture on its way must not suspend the screen.
  const address = () => {
    if (isBroken()) return null
    if (stated().startsWith('data:image/')) return stated()
    return sealed() !== null && opened.state === 'ready' ? opened() : null
  }
  return (
    <Show when={address()} fallback={<Artwork seed={pictureSeed(props.award)} issuer={props.issuer} />}>
      {(source) => <img src={source()} alt="" decoding="async" draggable={false} onError={() => setIsBroken(true)} />}
    </Show>
  )
}

/** What our own artwork is drawn from: as in the wallet for what stands alone, its own for each part of a record. */
export function pictureSeed({ entry, part, ref }: Pick<Award, 'entry' | 'part' | 'ref'>): string {
  return part === '' && entry !== '' ? entry : ref
}
