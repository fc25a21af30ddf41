import { createMemo, For, type JSX, Show } from 'solid-js'
import type { FindingsText } from '../../text/findings.ts'
import { sealName } from '../../text/seal-name.ts'
import { cleaned } from '../../text/verdict.ts'
import { Artwork } from '../ui/artwork.tsx'
import { Icon } from '../ui/icon.tsx'
import { Seal } from '../ui/seal.tsx'
import { type CredentialView, describe, rowsOf } from './credential.view.ts'
import { DocumentSection } from './document-section.tsx'
import { IssuerLine } from './issuer-line.tsx'
import { type PartPath, type Place, pathIn, pathText, placesTo, type Reading, remarksOf } from './parts.ts'
import type { PicturePowers } from './picture-view.tsx'
import { QuestionRows } from './question-rows.tsx'
import { SealedPicture } from './sealed-picture.tsx'
import { Sections } from './sections.tsx'
import type { Telling } from './telling.ts'
import { Culprits, Transcript } from './transcript.tsx'
import { placeTitle, remarkWords, transcriptOf } from './transcript.view.ts'
import { Words } from './words.tsx'

interface PartProps {
  /** What was given, and lies around the part. */
  readonly whole: Reading
  /** Where the part lies, as the address names it. */
  readonly path: string
  readonly telling: Telling
  readonly pictures: PicturePowers
  /** The address of a part; of the whole for an empty path. */
  readonly hrefOf: (path: string) => string
}

/** One part of a record, as the credential that it is: its own verdict and four questions, everything it says, and the way back. */
export function PartPage(props: PartProps): JSX.Element {
  const places = createMemo(() => {
    const path = pathIn(props.path)
    return path === null ? null : placesTo(props.whole, path)
  })
  const place = () => places()?.at(-1)
  const reading = createMemo((): Reading | null => {
    const here = place()
    return here?.credential ? { ...here, credential: here.credential } : null
  })
  return (
    <>
      <Trail outer={places()?.slice(0, -1) ?? placesTo(props.whole, []) ?? []} telling={props.telling} hrefOf={props.hrefOf} />
      <Show when={place()} fallback={<NoPart text={props.telling.findings} />}>
        {(here) => (
          <Show when={reading()} fallback={<UnreadPart {...props} place={here()} />}>
            {(read) => <ReadPart {...props} reading={read()} path={here().path} note={noteOn(places() ?? [], props.telling)} />}
          </Show>
        )}
      </Show>
    </>
  )
}

/** The way back: to what the part lies in, and to the whole. */
function Trail(props: {
  readonly outer: readonly Place[]
  readonly telling: Telling
  readonly hrefOf: (path: string) => string
}): JSX.Element {
  return (
    <nav class="trail no-print">
      <For each={props.outer}>
        {(place) => (
          <a class="back" href={props.hrefOf(pathText(place.path))} noScroll>
            <Icon name="back" />
            <bdi>{props.telling.findings.page.record.backTo(placeTitle(place.report, props.telling))}</bdi>
          </a>
        )}
      </For>
    </nav>
  )
}

function NoPart(props: { readonly text: FindingsText }): JSX.Element {
  return (
    <div class="absent">
      <h1 tabindex="-1">{props.text.page.record.noPart}</h1>
    </div>
  )
}

/** What the record around a part holds against it though it holds by itself; empty for nothing. */
function noteOn(places: readonly Place[], telling: Telling): string {
  const [outer, place] = places.slice(-2)
  if (!outer || !place) return ''
  const remark = remarksOf(outer.report).get(place.path.at(-1) ?? 0)
  return remark?.code ? remarkWords(remark, place.report, telling) : ''
}

function ReadPart(
  props: Omit<PartProps, 'path'> & { readonly reading: Reading; readonly path: PartPath; readonly note: string },
): JSX.Element {
  const text = () => props.telling.findings
  const view = createMemo(() => describe(props.reading, props.path, props.telling))
  return (
    <>
      <Head view={view()} digest={props.reading.report.digest} text={text()} pictures={props.pictures} />
      <Show when={props.note}>{(note) => <p class="part-note">{note()}</p>}</Show>
      <Show when={view().transcript}>{(transcript) => <Culprits view={transcript()} text={text()} hrefOf={props.hrefOf} />}</Show>
      <div class="part-questions">
        <QuestionRows rows={view().rows} text={text()} />
      </div>
      <Show when={view().transcript}>
        {(transcript) => <Transcript view={transcript()} text={text()} hrefOf={props.hrefOf} />}
      </Show>
      <Sections view={view()} text={text()} />
      <DocumentSection view={view()} text={text()} />
    </>
  )
}

function Head(props: {
  readonly view: CredentialView
  readonly digest: string
  readonly text: FindingsText
  readonly pictures: PicturePowers
}): JSX.Element {
  return (
    <header class="credential-head">
      <SealedPicture
        view={props.view}
        questions={props.view.questions}
        seed={props.digest}
        powers={props.pictures}
        text={props.text}
      />
      <h1 tabindex="-1">
        <Words phrase={props.view.title} />
      </h1>
      <IssuerLine view={props.view} />
      <p class="verdict" data-verdict={props.view.verdict} dir="auto">
        {props.view.sentence}
      </p>
    </header>
  )
}

/** A part that is no credential, or that an earlier release kept no more of than how it stands. */
function UnreadPart(props: PartProps & { readonly place: Place }): JSX.Element {
  const text = () => props.telling.findings
  const report = () => props.place.report
  const transcript = createMemo(() => transcriptOf(props.place, props.telling))
  const isLost = () => report().error === null && transcript() === null
  return (
    <>
      <header class="credential-head">
        <Seal questions={report().questions} size="page" label={sealName('', report().questions, text())}>
          <Artwork seed={report().digest} issuer={cleaned(report().summary.issuer)} />
        </Seal>
        <h1 tabindex="-1">
          <bdi>{placeTitle(report(), props.telling)}</bdi>
        </h1>
        <p class="verdict" data-verdict={report().verdict} dir="auto">
          {remarkWords({ code: null }, report(), props.telling)}
        </p>
        <Show when={isLost()}>
          <p class="soft small">{text().page.record.unread}</p>
        </Show>
      </header>
      <Show when={report().checks.length > 0}>
        <div class="part-questions">
          <QuestionRows rows={rowsOf(report(), props.telling)} text={text()} />
        </div>
      </Show>
      <Show when={transcript()}>
        {(inside) => (
          <>
            <Culprits view={inside()} text={text()} hrefOf={props.hrefOf} />
            <Transcript view={inside()} text={text()} hrefOf={props.hrefOf} />
          </>
        )}
      </Show>
    </>
  )
}
