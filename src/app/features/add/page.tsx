import { createResource, type JSX, Show } from 'solid-js'
import { useGive } from '../../give.ts'
import { useServices } from '../../services.ts'
import { useTexts } from '../../text.ts'
import { PageTitle } from '../../ui/page-title.tsx'
import { AddressOffer } from '../../ways/address-offer.tsx'
import { Ways } from '../../ways/ways.tsx'
import { Batch } from './batch.tsx'
import './add.css'

/** Every way of adding something, and what became of what was given. */
export default function AddPage(): JSX.Element {
  const { ui } = useTexts()
  const services = useServices()
  const give = useGive()
  const [intake] = createResource(() => services.intake())
  return (
    <div class="page add">
      <PageTitle>{ui().titles.add}</PageTitle>
      <p class="lead">{ui().add.lead}</p>
      <Show when={intake()?.offered()}>
        {(url) => (
          <AddressOffer
            url={url()}
            onTake={() => void give([{ kind: 'address', url: url() }])}
            onLeave={() => intake()?.offer('')}
          />
        )}
      </Show>
      <Show when={intake()}>{(open) => <Batch intake={open()} />}</Show>
      <Ways takeWords={ui().add.take} online={services.online()} onGive={(given) => void give(given)} />
    </div>
  )
}
