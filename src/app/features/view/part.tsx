import { createMemo, type JSX, lazy, Match, Show, Switch } from 'solid-js'
import type { FindingsText } from '../../../text/findings.ts'
import { cleaned } from '../../../text/verdict.ts'
import type { ViewText } from '../../../text/view.ts'
import type { Verifier } from '../../../worker/types.ts'
import { type CredentialView, describe } from '../../credential/credential.view.ts'
import { DocumentSection } from '../../credential/document-section.tsx'
import { IssuerLine } from '../../credential/issuer-line.tsx'
import { createKeptPlace } from '../../credential/keep-place.ts'
import { PartPage } from '../../credential/part-page.tsx'
import { QuestionRows } from '../../credential/question-rows.tsx'
import { SealedPicture } from '../../credential/sealed-picture.tsx'
import { Sections } from '../../credential/sections.tsx'
import type { Telling } from '../../credential/telling.ts'
import { Culprits, Transcript } from '../../credential/transcript.tsx'
import { Words } from '../../credential/words.tsx'
import { href, paths } from '../../paths.ts'
import { useTexts } from '../../text.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { ReadActions } from './actions.tsx'
import { Person, PersonAnswerWords } from './person.tsx'
import type { ReadCredential, Reader } from './reader.ts'
import { type Asked, partQuery } from './view.view.ts'

const ProblemWords = lazy(() => import('../../problem-words.tsx'))

interface PartProps {
  /** What is shown, and which part of it. */
  readonly asked: Asked
  readonly reader: Reader
  readonly verifier: Verifier
  /** There is a list to go back to. */
  readonly isOneOfSeveral: boolean
  readonly text: ViewText
  readonly findings: FindingsText
  readonly onAnother: () => void
}

/** One thing that was read: a credential, read only, or the reason why there is none. */
export function ReadPart(props: PartProps): JSX.Element {
  const item = () => props.asked.item
  const credential = () => {
    const read = item()
    return read.kind === 'credential' ? read : undefined
  }
  const problem = () => {
    const read = item()
    return read.kind === 'problem' ? read.problem : undefined
  }
  return (
    <article>
      <Show when={props.isOneOfSeveral && props.asked.path === ''}>
        <a class="back no-print" href={href(paths.view)}>
          <Icon name="back" />
          {props.text.toList}
        </a>
      </Show>
      <Switch>
        <Match when={credential()}>{(read) => <CredentialPart {...props} item={read()} />}</Match>
        <Match when={problem()}>
          {(trouble) => (
            <div class="unreadable">
              <h1 tabindex="-1">{props.text.unreadable}</h1>
              <Show when={item().name}>
                {(name) => (
                  <p class="soft" dir="auto">
                    {name()}
                  </p>
                )}
              </Show>
              <p>
                <ProblemWords problem={trouble()} />
              </p>
              <Button tone="primary" onClick={() => props.onAnother()}>
                {props.text.another}
              </Button>
            </div>
          )}
        </Match>
      </Switch>
    </article>
  )
}

function CredentialPart(props: PartProps & { readonly item: ReadCredential }): JSX.Element {
  const { ui, formats, language } = useTexts()
  const telling = (): Telling => ({
    audience: 'verifier',
    languages: [language(), ...navigator.languages],
    findings: props.findings,
    ui: ui(),
    formats: formats(),
  })
  const view = createMemo(() => describe(props.item, [], telling()))
  const hrefOf = (path: string) => href(paths.view) + partQuery(props.asked, path)
  createKeptPlace(() => props.asked.path)
  return (
    <>
      {/* The whole stays on the page while a part of it is shown, so that coming back finds it as it was. */}
      <div hidden={props.asked.path !== ''}>
        <Head view={view()} item={props.item} verifier={props.verifier} findings={props.findings} />
        <Show when={view().transcript}>
          {(transcript) => <Culprits view={transcript()} text={props.findings} hrefOf={hrefOf} />}
        </Show>
        <Card view={view()} item={props.item} text={props.text} findings={props.findings} />
        <QuestionRows rows={view().rows} text={props.findings} />
        <Person reader={props.reader} text={props.text}>
          {(claimed) => <PersonAnswerWords item={props.item} claimed={claimed} text={props.text} />}
        </Person>
        <ReadActions text={props.text} findings={props.findings} onAnother={props.onAnother} />
        <Show when={view().transcript}>
          {(transcript) => <Transcript view={transcript()} text={props.findings} hrefOf={hrefOf} />}
        </Show>
        <Sections view={view()} text={props.findings} />
        <DocumentSection view={view()} text={props.findings} />
      </div>
      <Show when={props.asked.path} keyed>
        {(path) => (
          <PartPage whole={props.item} path={path} telling={telling()} pictures={{ verifier: props.verifier }} hrefOf={hrefOf} />
        )}
      </Show>
    </>
  )
}

/** The seal, and under it the one sentence that the reader came for. */
function Head(props: {
  readonly view: CredentialView
  readonly item: ReadCredential
  readonly verifier: Verifier
  readonly findings: FindingsText
}): JSX.Element {
  const { formats } = useTexts()
  return (
    <header class="view-head">
      <SealedPicture
        view={props.view}
        questions={props.view.questions}
        seed={props.item.report.digest}
        powers={{ verifier: props.verifier }}
        text={props.findings}
      />
      <h1 tabindex="-1" class="view-verdict" data-verdict={props.view.verdict} dir="auto">
        {props.view.sentence}
      </h1>
      <p class="as-of">{props.findings.page.checkedAt(formats().dateTime(props.view.checkedAt))}</p>
    </header>
  )
}

/** What it is, to whom and by whom, as it says itself. */
function Card(props: {
  readonly view: CredentialView
  readonly item: ReadCredential
  readonly text: ViewText
  readonly findings: FindingsText
}): JSX.Element {
  const name = () => {
    const stated = props.item.credential.subjects.flatMap(({ identities }) => identities)
    return cleaned(stated.find(({ type, hashed }) => !hashed && /^(ext:)?name$/.test(type))?.value ?? '')
  }
  return (
    <section class="view-card" aria-labelledby="view-title">
      <h2 id="view-title">
        <Words phrase={props.view.title} />
      </h2>
      <Show when={name()}>{(person) => <p>{props.text.issuedTo(person())}</p>}</Show>
      <IssuerLine view={props.view} />
    </section>
  )
}
