/** The files beside this one, as text, by path. */
export const texts: Readonly<Record<string, string>> = import.meta.glob<string>(['./*.json', './*.jwt'], {
  query: '?raw',
  import: 'default',
  eager: true,
})
