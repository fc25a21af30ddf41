import type { JSX } from 'solid-js'
import { hostOf } from '../sniff.ts'
import { useTexts } from '../text.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'

/** Asks before a pasted or dropped address is fetched: pasting alone must not tell a host anything. */
export function AddressOffer(props: {
  readonly url: string
  readonly onTake: () => void
  readonly onLeave: () => void
}): JSX.Element {
  const { ui } = useTexts()
  return (
    <Banner
      role="status"
      actions={
        <>
          <Button tone="primary" onClick={() => props.onTake()}>
            {ui().add.fetchFrom(hostOf(props.url))}
          </Button>
          <Button tone="quiet" onClick={() => props.onLeave()}>
            {ui().cancel}
          </Button>
        </>
      }
    >
      {ui().add.addressPasted(hostOf(props.url))}
    </Banner>
  )
}
