import type { ComponentProps, JSX } from 'solid-js'
import type { FindingsText } from '../../text/findings.ts'
import { sealName } from '../../text/seal-name.ts'
import { Seal } from '../ui/seal.tsx'
import type { CredentialView } from './credential.view.ts'
import { createRemotePicture, PictureInSeal, PictureOffer, type PicturePowers } from './picture-view.tsx'

/** The picture of a credential in its seal, large, and the offer to fetch it where it lies elsewhere. */
export function SealedPicture(props: {
  readonly view: CredentialView
  /** What the arcs say: the answers, or that they are being looked for. */
  readonly questions: ComponentProps<typeof Seal>['questions']
  /** What our own artwork is drawn from. */
  readonly seed: string
  readonly powers: PicturePowers
  readonly text: FindingsText
}): JSX.Element {
  const picture = createRemotePicture(() => props.view.picture, props.powers)
  return (
    <>
      <Seal questions={props.questions} size="page" label={sealName('', props.questions, props.text)}>
        <PictureInSeal
          picture={props.view.picture}
          address={picture.address()}
          seed={props.seed}
          issuer={props.view.issuer.isNamed ? props.view.issuer.name.value : ''}
        />
      </Seal>
      <PictureOffer picture={props.view.picture} state={picture.state()} onAsk={() => void picture.ask()} text={props.text} />
    </>
  )
}
