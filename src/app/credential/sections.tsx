import { createUniqueId, For, type JSX, Show } from 'solid-js'
import type { FindingsText } from '../../text/findings.ts'
import { sealName } from '../../text/seal-name.ts'
import { Icon, type IconName } from '../ui/icon.tsx'
import { Markdown } from '../ui/markdown.tsx'
import { Seal } from '../ui/seal.tsx'
import type { CredentialView, EvidenceView, PersonView, SkillView } from './credential.view.ts'
import type { EndorsementView } from './endorsements.view.ts'
import type { Phrase } from './phrase.ts'
import type { ResultView } from './results.ts'
import type { Told } from './tells.ts'
import { Lines, OutsideLink, Reveal, Words } from './words.tsx'

interface SectionProps {
  readonly view: CredentialView
  readonly text: FindingsText
}

/** Everything that the credential says, in the order of the look; a section with nothing in it is left out. */
export function Sections(props: SectionProps): JSX.Element {
  return (
    <div class="sections">
      <Saying {...props} />
      <What {...props} />
      <Took {...props} />
      <Results {...props} />
      <Skills {...props} />
      <EvidenceSection {...props} />
      <More {...props} />
      <Related {...props} />
      <Vouches {...props} />
      <Tells {...props} />
    </div>
  )
}

function Section(props: { readonly title: string; readonly when: boolean; readonly children: JSX.Element }): JSX.Element {
  const id = createUniqueId()
  return (
    <Show when={props.when}>
      <section class="part" aria-labelledby={id}>
        <h2 id={id}>{props.title}</h2>
        {props.children}
      </section>
    </Show>
  )
}

function Rich(props: { readonly phrase: Phrase | null }): JSX.Element {
  return (
    <Show when={props.phrase}>
      {(phrase) => <Markdown text={phrase().value} language={phrase().language} direction={phrase().direction} />}
    </Show>
  )
}

function Paragraph(props: { readonly phrase: Phrase | null }): JSX.Element {
  return (
    <Show when={props.phrase}>
      {(phrase) => (
        <p class="prose" lang={phrase().language} dir={phrase().direction}>
          {phrase().value}
        </p>
      )}
    </Show>
  )
}

/** An endorsement that stands alone is somebody's word about something. */
function Saying(props: SectionProps): JSX.Element {
  return (
    <Show when={props.view.saying}>
      {(saying) => (
        <Section title={props.text.page.sections.says} when>
          <p dir="auto">{saying().title}</p>
          <blockquote class="saying">
            <Rich phrase={saying().comment} />
          </blockquote>
          <Show when={saying().link}>{(link) => <OutsideLink link={link()}>{link().host}</OutsideLink>}</Show>
        </Section>
      )}
    </Show>
  )
}

function What(props: SectionProps): JSX.Element {
  return (
    <Section title={props.text.page.sections.what} when>
      <Paragraph phrase={props.view.what.description} />
      <Lines lines={props.view.what.lines} />
    </Section>
  )
}

function Took(props: SectionProps): JSX.Element {
  const took = () => props.view.took
  return (
    <Section
      title={props.text.page.sections.took}
      when={took().narrative !== null || took().story !== null || took().link !== null}
    >
      <Rich phrase={took().narrative} />
      <Rich phrase={took().story} />
      <Show when={took().link}>
        {(link) => (
          <p>
            <OutsideLink link={link()}>{props.text.page.criteriaAt(link().host)}</OutsideLink>
          </p>
        )}
      </Show>
    </Section>
  )
}

function Results(props: SectionProps): JSX.Element {
  return (
    <Section title={props.text.page.sections.results} when={props.view.results.length > 0}>
      <For each={props.view.results}>{(result) => <ResultItem result={result} text={props.text} />}</For>
    </Section>
  )
}

/** A grade is the learner's own: it shows when it is asked for. */
function ResultItem(props: { readonly result: ResultView; readonly text: FindingsText }): JSX.Element {
  const { page } = props.text
  const { result } = props
  const small = () => [
    result.kind,
    result.range && `${page.fields.range}${page.colon}${result.range}`,
    result.required && `${page.fields.required}${page.colon}${result.required}`,
  ]
  return (
    <div class="result">
      <h3>
        <Words phrase={result.name} />
      </h3>
      <p class="soft small">
        {small()
          .filter((part) => part !== '' && part !== result.name.value)
          .join(' · ')}
      </p>
      <Reveal name={result.name.value}>
        <span class="result-value" dir="auto">
          {[result.value, result.status].filter((part) => part !== '').join(' · ') || '—'}
        </span>
        <Show when={result.levels.length > 0}>
          <ol class="levels">
            <For each={result.levels}>
              {(level) => (
                <li classList={{ achieved: level.achieved, required: level.required }}>
                  <span class="level-name">
                    <Words phrase={level.name} />
                    <Show when={level.points}>{(points) => <span class="soft"> {points()}</span>}</Show>
                    <Show when={level.achieved}>
                      <span class="level-tag reached">{page.achieved}</span>
                    </Show>
                    <Show when={level.required}>
                      <span class="level-tag">{page.requiredLevel}</span>
                    </Show>
                  </span>
                  <Paragraph phrase={level.description} />
                </li>
              )}
            </For>
          </ol>
        </Show>
      </Reveal>
    </div>
  )
}

function Skills(props: SectionProps): JSX.Element {
  const skills = () => props.view.skills
  return (
    <Section title={props.text.page.sections.skills} when={skills().alignments.length + skills().tags.length > 0}>
      <ul class="plain">
        <For each={skills().alignments}>{(skill) => <SkillItem skill={skill} />}</For>
      </ul>
      <Show when={skills().tags.length > 0}>
        <ul class="tags" aria-label={props.text.page.skillTags}>
          <For each={skills().tags}>{(tag) => <li dir="auto">{tag}</li>}</For>
        </ul>
      </Show>
    </Section>
  )
}

function SkillItem(props: { readonly skill: SkillView }): JSX.Element {
  return (
    <li class="skill">
      <p>
        <Show when={props.skill.link} fallback={<Words phrase={props.skill.name} />}>
          {(link) => (
            <OutsideLink link={link()}>
              <Words phrase={props.skill.name} />
            </OutsideLink>
          )}
        </Show>
      </p>
      <p class="soft small" dir="auto">
        {[...new Set([props.skill.standard, props.skill.code, props.skill.link?.host])].filter((part) => part).join(' · ')}
      </p>
      <Paragraph phrase={props.skill.description} />
    </li>
  )
}

function EvidenceSection(props: SectionProps): JSX.Element {
  return (
    <Section title={props.text.page.sections.evidence} when={props.view.evidence.length > 0}>
      <ul class="plain">
        <For each={props.view.evidence}>{(item) => <EvidenceEntry item={item} text={props.text} />}</For>
      </ul>
    </Section>
  )
}

function EvidenceEntry(props: { readonly item: EvidenceView; readonly text: FindingsText }): JSX.Element {
  return (
    <li>
      <Show when={props.item.name}>
        {(name) => (
          <h3>
            <Words phrase={name()} />
          </h3>
        )}
      </Show>
      <Paragraph phrase={props.item.description} />
      <Rich phrase={props.item.narrative} />
      <Lines lines={props.item.lines} />
      <Show when={props.item.link}>
        {(link) => (
          <p>
            <OutsideLink link={link()}>{props.text.page.evidenceAt(link().host)}</OutsideLink>
          </p>
        )}
      </Show>
      <Show when={props.item.attached}>
        <p class="soft">{props.text.page.evidenceAttached}</p>
      </Show>
    </li>
  )
}

function Vouches(props: SectionProps): JSX.Element {
  const vouches = () => props.view.vouches
  return (
    <Section
      title={props.text.page.sections.vouches}
      when={vouches().people.length + vouches().endorsements.length + vouches().unverified.length > 0}
    >
      <ul class="plain">
        <For each={vouches().people}>{(person) => <PersonItem person={person} />}</For>
        <For each={vouches().endorsements}>
          {(endorsement) => <EndorsementItem endorsement={endorsement} text={props.text} />}
        </For>
      </ul>
      <Show when={vouches().unverified.length > 0}>
        <details class="unverified">
          <summary>{props.text.page.unverifiedEndorsements(vouches().unverified.length)}</summary>
          <ul class="plain">
            <For each={vouches().unverified}>
              {(endorsement) => <EndorsementItem endorsement={endorsement} text={props.text} />}
            </For>
          </ul>
        </details>
      </Show>
    </Section>
  )
}

function PersonItem(props: { readonly person: PersonView }): JSX.Element {
  return (
    <li>
      <p class="soft small">{props.person.role}</p>
      <h3>
        <Words phrase={props.person.name} />
      </h3>
      <Paragraph phrase={props.person.description} />
      <Show when={props.person.link}>
        {(link) => (
          <p>
            <OutsideLink link={link()}>{link().host}</OutsideLink>
          </p>
        )}
      </Show>
      <Lines lines={props.person.lines} />
    </li>
  )
}

/** Who says what about what, and how their word itself stands. */
function EndorsementItem(props: { readonly endorsement: EndorsementView; readonly text: FindingsText }): JSX.Element {
  const said = () => props.endorsement
  return (
    <li class="endorsement">
      <Show when={said().questions}>
        {(questions) => <Seal questions={questions()} size="row" label={sealName('', questions(), props.text)} />}
      </Show>
      <div>
        <h3 dir="auto">{said().title}</h3>
        <p class="soft small">{[said().levelWords, said().about].filter((words) => words !== '').join(' · ')}</p>
        <Show when={said().isOwn}>
          <p class="small">{props.text.page.ownEndorsement}</p>
        </Show>
        <Rich phrase={said().comment} />
        <p class="soft small" dir="auto">
          {said().standing}
        </p>
      </div>
    </li>
  )
}

function More(props: SectionProps): JSX.Element {
  return (
    <Section title={props.text.page.sections.more} when={props.view.more.length > 0}>
      <Lines lines={props.view.more} />
    </Section>
  )
}

function Related(props: SectionProps): JSX.Element {
  return (
    <Section title={props.text.page.fields.otherVersions} when={props.view.related.length > 0}>
      <ul class="plain">
        <For each={props.view.related}>
          {(related) => (
            <li>
              <Show when={related.link} fallback={<bdi>{related.label}</bdi>}>
                {(link) => (
                  <OutsideLink link={link()}>
                    {related.label} ({link().host})
                  </OutsideLink>
                )}
              </Show>
            </li>
          )}
        </For>
      </ul>
    </Section>
  )
}

const toldMarks: Readonly<Record<Told['standing'], IconName>> = { stated: 'check', 'in-part': 'more', missing: 'cross' }

function Tells(props: SectionProps): JSX.Element {
  return (
    <Section title={props.text.page.sections.tells} when={props.view.saying === null}>
      <p class="soft">{props.text.page.tells.intro}</p>
      <Show when={props.view.untold}>{(words) => <p class="soft">{words()}</p>}</Show>
      <ul class="tells">
        <For each={props.view.tells}>
          {(told) => (
            <li data-standing={told.standing}>
              <Icon name={toldMarks[told.standing]} />
              <span>
                {told.label}
                <span class={told.standing === 'in-part' ? 'told-words' : 'unseen'}>
                  {props.text.page.colon}
                  {told.words}
                </span>
              </span>
            </li>
          )}
        </For>
      </ul>
    </Section>
  )
}
