/** The one-level addresses that have a page of their own, besides the root. Ids go into the query, never into the path. */
export const entryAddresses = ['stacks', 'add', 'credential', 'settings', 'view', 'secure', 'restore', 'move']
