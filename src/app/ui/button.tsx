import { type JSX, Show, splitProps } from 'solid-js'
import { Icon, type IconName } from './icon.tsx'

export type Tone = 'primary' | 'quiet' | 'danger' | 'danger primary'

export interface ButtonProps extends JSX.ButtonHTMLAttributes<HTMLButtonElement> {
  readonly tone?: Tone
  readonly icon?: IconName
}

const classes = (...names: readonly (string | undefined)[]) => names.filter(Boolean).join(' ')

/** A button; `type="button"` unless said otherwise. */
export function Button(props: ButtonProps): JSX.Element {
  const [own, rest] = splitProps(props, ['tone', 'icon', 'class', 'children'])
  return (
    <button type="button" {...rest} class={classes('button', own.tone, own.class)}>
      <Show when={own.icon}>{(name) => <Icon name={name()} />}</Show>
      {own.children}
    </button>
  )
}

/** A square button that shows only an icon; its label is its name and its tooltip. */
export function IconButton(
  props: Omit<ButtonProps, 'icon' | 'children'> & { readonly icon: IconName; readonly label: string },
): JSX.Element {
  const [own, rest] = splitProps(props, ['tone', 'icon', 'label', 'class'])
  return (
    <button
      type="button"
      {...rest}
      class={classes('button icon', own.tone ?? 'quiet', own.class)}
      aria-label={own.label}
      title={own.label}
    >
      <Icon name={own.icon} />
    </button>
  )
}

export interface ButtonLinkProps extends JSX.AnchorHTMLAttributes<HTMLAnchorElement> {
  readonly tone?: Tone
  readonly icon?: IconName
}

/** A link that looks like a button. */
export function ButtonLink(props: ButtonLinkProps): JSX.Element {
  const [own, rest] = splitProps(props, ['tone', 'icon', 'class', 'children'])
  return (
    <a {...rest} class={classes('button', own.tone, own.class)}>
      <Show when={own.icon}>{(name) => <Icon name={name()} />}</Show>
      {own.children}
    </a>
  )
}
