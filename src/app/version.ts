/** The version of this app, as it says of itself in Settings and in what it writes. */
export { version } from '../../package.json'
