/** The platform's own `fetch`, for the door alone: nothing else in the house names it. */
export const platformFetch: typeof fetch = (input, init) => fetch(input, init)
